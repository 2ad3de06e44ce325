import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as TensorFlow from '@tensorflow/tfjs';
import type * as WasmBackend from '@tensorflow/tfjs-backend-wasm';
import type * as FaceApi from '@vladmandic/face-api';
import type { FetchedFiles, ModelEntry } from '@avatar/models';
import { base64ModulesBesides, besides, textNamed } from './fetched-files.js';
import { readExportedLiteral } from './js-literal.js';
import type { WeightGroup } from './weight-manifest.js';

const require = createRequire(import.meta.url);

// face-api requires the CommonJS builds: everything must come from the same copies.
export const tf = require('@tensorflow/tfjs') as typeof TensorFlow;
export const faceApi = require('@vladmandic/face-api/dist/face-api.node-wasm.js') as typeof FaceApi;
export const faceApiModels = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');

/** Runs TensorFlow.js on its WebAssembly backend. */
export async function startTensorFlow(): Promise<void> {
  const backend = require('@tensorflow/tfjs-backend-wasm') as typeof WasmBackend;
  backend.setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
  await tf.setBackend('wasm');
  await tf.ready();
}

interface SavedModel {
  readonly modelTopology: object;
  readonly weightsManifest: readonly WeightGroup[];
}

function handlerOf(model: SavedModel, readPath: (path: string) => Uint8Array) {
  const bytes = Buffer.concat(model.weightsManifest.flatMap((group) => group.paths.map(readPath)));
  return tf.io.fromMemory({
    modelTopology: model.modelTopology,
    weightSpecs: model.weightsManifest.flatMap((group) => group.weights) as never,
    weightData: new Uint8Array(bytes).buffer,
  });
}

/** Values of TensorFlow.js by output node; the one output of a layers model is called `output`. */
export type Reference = (
  image: Float32Array,
  shape: [number, number, number, number],
) => Record<string, Float32Array>;

async function graphReference(model: SavedModel, readPath: (path: string) => Uint8Array): Promise<Reference> {
  const graph = await tf.loadGraphModel(handlerOf(model, readPath));
  return (image, shape) => {
    const outputs = graph.execute(tf.tensor4d(image, shape), graph.outputNodes);
    const list = Array.isArray(outputs) ? outputs : [outputs];
    return Object.fromEntries(
      graph.outputNodes.map((name, index) => [name.split(':')[0], list[index].dataSync() as Float32Array]),
    );
  };
}

async function layersReference(
  model: SavedModel,
  readPath: (path: string) => Uint8Array,
): Promise<Reference> {
  const layers = await tf.loadLayersModel(handlerOf(model, readPath));
  return (image, shape) => {
    const output = layers.predict(tf.tensor4d(image, shape)) as { dataSync(): Float32Array };
    return { output: output.dataSync() };
  };
}

/** A converted model as TensorFlow.js runs it from the original files. */
export async function referenceNetwork({ conversion }: ModelEntry, files: FetchedFiles): Promise<Reference> {
  if (conversion.kind !== 'tfjs-graph' && conversion.kind !== 'tfjs-module')
    throw new Error(`TensorFlow.js cannot load ${conversion.kind}`);
  const text = textNamed(files, conversion.model);
  if (conversion.kind === 'tfjs-graph')
    return graphReference(JSON.parse(text) as SavedModel, besides(files, conversion.model));
  const model = readExportedLiteral(text) as unknown as SavedModel;
  const readPath = base64ModulesBesides(files, conversion.model);
  return 'node' in model.modelTopology ? graphReference(model, readPath) : layersReference(model, readPath);
}
