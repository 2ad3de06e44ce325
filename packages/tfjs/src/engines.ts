import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as TensorFlow from '@tensorflow/tfjs';
import type * as Wasm from '@tensorflow/tfjs-backend-wasm';
import type { TfjsEngine } from './options.js';

// Everything comes from the CommonJS builds: libraries on top, such as face-api, require those, and two copies of
// TensorFlow.js know nothing of each other's tensors.
const require = createRequire(import.meta.url);

/** What has to be installed for an engine besides `@tensorflow/tfjs`. */
export const PACKAGE_OF: Readonly<Record<TfjsEngine, string | undefined>> = {
  'node-gpu': '@tensorflow/tfjs-node-gpu',
  node: '@tensorflow/tfjs-node',
  wasm: '@tensorflow/tfjs-backend-wasm',
  cpu: undefined,
};

/** What TensorFlow.js calls an engine. Both native packages register the same name. */
export const BACKEND_OF: Readonly<Record<TfjsEngine, string>> = {
  'node-gpu': 'tensorflow',
  node: 'tensorflow',
  wasm: 'wasm',
  cpu: 'cpu',
};

export const loadTensorFlow = (): typeof TensorFlow => {
  const tf = require('@tensorflow/tfjs') as typeof TensorFlow;
  // Without it the library prints advice and checks every value.
  tf.env().set('PROD', true);
  return tf;
};

/** Loads what an engine needs and makes it the one that runs. @throws Error that says why it cannot */
export async function startEngine(tf: typeof TensorFlow, engine: TfjsEngine): Promise<void> {
  const name = PACKAGE_OF[engine];
  const backend = BACKEND_OF[engine];
  if (name !== undefined && tf.findBackendFactory(backend) === null) {
    const library = require(name) as unknown;
    if (engine === 'wasm')
      (library as typeof Wasm).setWasmPaths(`${dirname(require.resolve(`${name}/package.json`))}/dist/`);
  }
  if (!(await tf.setBackend(backend))) throw new Error('its back-end could not be started');
  if (engine === 'node-gpu' && !isOnGraphicsCard(tf)) throw new Error('TensorFlow found no graphics card');
  tryOut(tf);
}

const isOnGraphicsCard = (tf: typeof TensorFlow): boolean =>
  (tf.backend() as { isUsingGpuDevice?: boolean }).isUsingGpuDevice === true;

/** A back-end that was started may still fail with the first operation, as the native ones do from Node.js 23 on. */
function tryOut(tf: typeof TensorFlow): void {
  const [low, high] = tf.tidy(() => tf.relu(tf.tensor1d([-1, 2])).dataSync());
  if (low !== 0 || high !== 2) throw new Error('it computes wrong results');
}

const CONTROL = /\p{Cc}/u;

/** An error in a few words, of its first line. */
export function reasonOf(error: unknown, missing: string | undefined): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' ? message : String(error);
  if (code === 'MODULE_NOT_FOUND' && missing !== undefined && text.includes(`'${missing}'`))
    return 'not installed';
  const [line] = text.split(CONTROL);
  return line.slice(0, 200);
}
