import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createModelHub } from '@avatar/onnx';
import { describeInferenceBackend, modelOfTests } from '@avatar/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TfjsEngine } from './options.js';
import { type RunningTensorFlow, startTensorFlow } from './start-tensorflow.js';
import { doublingLayers, multiplyingGraph, writeModel } from './tfjs-models.test-support.js';
import { tfjs } from './tfjs.js';

const fourValues = (name: string) => ({ name, shape: [1, 4], type: 'float32', note: 'four values' }) as const;
const contracts = { inputs: [fourValues('image')], outputs: [fourValues('result')] };
const image = { data: Float32Array.of(1, 2, 3, 4), dims: [1, 4] };

/** The contract of inference backends on one engine, and what only TensorFlow.js could get wrong. */
export function describeTfjs(engine: TfjsEngine): void {
  const backend = tfjs({ prefer: [engine] });
  describeInferenceBackend(`TensorFlow.js on ${engine}`, async () => ({
    backend,
    multiplying: (factor) => multiplyingGraph(factor),
    broken: { model: Buffer.from('{"modelTopology":{"node":[{}]},"weightsManifest":[]}'), shards: [] },
  }));

  describe(`TensorFlow.js on ${engine}`, () => {
    const entry = modelOfTests('doubling', contracts);
    let running: RunningTensorFlow;
    beforeAll(async () => {
      running = await startTensorFlow({ prefer: [engine] });
    });

    test('runs layers models too', async () => {
      const model = await backend.open(await doublingLayers(running), entry);
      expect((await model.run({ image }))['result'].data).toEqual(Float32Array.of(2, 4, 6, 8));
      await model.release();
    });

    test('refuses a model with an input that nothing would be fed to', async () => {
      const opening = backend.open(
        multiplyingGraph(2),
        modelOfTests('half-known', { ...contracts, inputs: [] }),
      );
      await expect(opening).rejects.toMatchObject({ code: 'model-unavailable', reason: 'wrong-names' });
    });

    test('keeps no tensor of a run, and none of a model that was released', async () => {
      const before = running.tf.memory();
      const model = await backend.open(multiplyingGraph(2), entry);
      const loaded = running.tf.memory();
      for (let run = 0; run < 20; run++) await model.run({ image });
      await model.run({ image: { data: image.data, dims: [1, 3] } }).catch(() => undefined);
      expect(running.tf.memory()).toMatchObject(sizeOf(loaded));
      await model.release();
      expect(running.tf.memory()).toMatchObject(sizeOf(before));
    });

    test('runs a model of a folder behind a hub, unconverted', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'avatar-tfjs-'));
      const file = await writeModel(folder, multiplyingGraph(2));
      await using hub = createModelHub({ offline: true, tfjs: backend });
      const model = await hub.loadLocal({
        id: 'acme:net',
        file,
        format: 'tfjs',
        licence: 'MIT',
        ...contracts,
      });
      expect((await model.run({ image }))['result'].data).toEqual(Float32Array.of(2, 4, 6, 8));
      await rm(folder, { recursive: true });
    });
  });
}

const sizeOf = ({ numTensors, numBytes }: { numTensors: number; numBytes: number }) => ({
  numTensors,
  numBytes,
});
