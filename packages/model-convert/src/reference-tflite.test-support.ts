import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface TensorInfo {
  data(): Float32Array;
}

interface Runner {
  GetInputs(): { get(index: number): TensorInfo };
  GetOutputs(): { get(index: number): TensorInfo };
  Infer(): boolean;
  delete(): void;
}

/** The part of TensorFlow's own TFLite runtime, built to WebAssembly, that is used here. */
interface Runtime {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
  readonly TFLiteWebModelRunner: {
    CreateFromBufferAndOptions(
      address: number,
      bytes: number,
      options: object,
    ): { ok(): boolean; errorMessage(): string; value(): Runner };
  };
}

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('@tensorflow/tfjs-tflite/package.json')), 'wasm');

async function startRuntime(): Promise<Runtime> {
  const create = require(join(folder, 'tflite_web_api_cc_simd.js')) as (module: object) => Promise<Runtime>;
  return create({
    wasmBinary: await readFile(join(folder, 'tflite_web_api_cc_simd.wasm')),
    printErr: () => undefined,
  });
}

let runtime: Promise<Runtime> | undefined;

/** Runs a TFLite file of one input and one output in TensorFlow's own runtime. */
export async function runTflite(file: Uint8Array, image: Float32Array): Promise<Float32Array> {
  const tflite = await (runtime ??= startRuntime());
  const address = tflite._malloc(file.length);
  tflite.HEAPU8.set(file, address);
  const options = { numThreads: 1, enableProfiling: false, maxProfilingBufferEntries: 1 };
  const created = tflite.TFLiteWebModelRunner.CreateFromBufferAndOptions(address, file.length, options);
  if (!created.ok()) throw new Error(created.errorMessage());
  const runner = created.value();
  runner.GetInputs().get(0).data().set(image);
  if (!runner.Infer()) throw new Error('The TFLite runtime could not run the model');
  const output = runner.GetOutputs().get(0).data().slice();
  runner.delete();
  tflite._free(address);
  return output;
}
