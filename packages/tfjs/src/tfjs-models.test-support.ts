import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TfjsWeights } from '@avatar/models';
import type { RunningTensorFlow } from './start-tensorflow.js';

const SHARD = 'group1-shard1of1.bin';

/** A graph model that multiplies the values of `image` and calls them `result`. */
export function multiplyingGraph(factor: number, sides: readonly number[] = [1, 4]): TfjsWeights {
  const dtype = { type: 'DT_FLOAT' };
  const node = [
    {
      name: 'image',
      op: 'Placeholder',
      attr: { dtype, shape: { shape: { dim: sides.map((size) => ({ size: String(size) })) } } },
    },
    { name: 'factor', op: 'Const', attr: { dtype } },
    { name: 'result', op: 'Mul', input: ['image', 'factor'], attr: { T: dtype } },
  ];
  const model = {
    format: 'graph-model',
    modelTopology: { node, versions: {}, library: {} },
    weightsManifest: [{ paths: [SHARD], weights: [{ name: 'factor', shape: [1], dtype: 'float32' }] }],
  };
  const shard = new Uint8Array(Float32Array.of(factor).buffer);
  return { model: Buffer.from(JSON.stringify(model)), shards: [shard] };
}

/** A layers model of one dense layer that doubles the four values of `image`. */
export async function doublingLayers({ tf }: RunningTensorFlow): Promise<TfjsWeights> {
  const image = tf.input({ shape: [4], name: 'image' });
  const weights = [tf.tensor2d([2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2], [4, 4])];
  const layer = tf.layers.dense({ units: 4, useBias: false, name: 'result', weights });
  const network = tf.model({ inputs: image, outputs: layer.apply(image) as ReturnType<typeof tf.input> });
  let saved: TfjsWeights | undefined;
  await network.save(
    tf.io.withSaveHandler(async ({ modelTopology, weightSpecs, weightData }) => {
      const manifest = [{ paths: [SHARD], weights: weightSpecs ?? [] }];
      const model = Buffer.from(JSON.stringify({ modelTopology, weightsManifest: manifest }));
      saved = { model, shards: [new Uint8Array(weightData as ArrayBuffer)] };
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  network.dispose();
  weights.forEach((tensor) => tensor.dispose());
  if (saved === undefined) throw new Error('The model was not saved');
  return saved;
}

/** Writes a model as it lies on disk. @returns the path of its model.json */
export async function writeModel(folder: string, { model, shards: [shard] }: TfjsWeights): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, SHARD), shard);
  await writeFile(join(folder, 'model.json'), model);
  return join(folder, 'model.json');
}
