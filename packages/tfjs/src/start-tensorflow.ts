import type * as TensorFlow from '@tensorflow/tfjs';
import { modelUnavailable } from '@avatar/models';
import { BACKEND_OF, loadTensorFlow, PACKAGE_OF, reasonOf, startEngine } from './engines.js';
import {
  preferredEngines,
  type RefusedEngine,
  type StartedEngine,
  type TfjsEngine,
  type TfjsOptions,
} from './options.js';

/** TensorFlow.js with an engine that works. */
export interface RunningTensorFlow extends StartedEngine {
  readonly tf: typeof TensorFlow;
  /** Runs work on this engine, and frees every tensor that it made. What it returns is no tensor. */
  readonly run: <T>(work: () => T) => T;
}

/**
 * Starts TensorFlow.js on the first engine that works. Its packages are loaded here and not before. A process has one
 * TensorFlow.js: what else uses it there runs on the engine that was started last.
 *
 * @throws AvatarError `invalid-options`; `model-unavailable`, reason `not-installed`, with the line that installs it
 */
export async function startTensorFlow(options: TfjsOptions = {}): Promise<RunningTensorFlow> {
  const prefer = preferredEngines('startTensorFlow', options);
  const tf = loadLibrary();
  const refused: RefusedEngine[] = [];
  for (const engine of prefer) {
    const why = await startEngine(tf, engine).then(
      () => undefined,
      (error: unknown) => reasonOf(error, PACKAGE_OF[engine]),
    );
    if (why === undefined) {
      options.onStart?.({ engine, refused });
      return { tf, engine, refused, run: (work) => runOn(tf, engine, work) };
    }
    refused.push({ engine, why });
  }
  const tried = refused.map(({ engine, why }) => `${engine}: ${why}`).join('; ');
  throw modelUnavailable(
    'TensorFlow.js',
    'not-installed',
    `no engine works here (${tried}); ${installLine(prefer)}`,
  );
}

function loadLibrary(): typeof TensorFlow {
  try {
    return loadTensorFlow();
  } catch (cause) {
    throw modelUnavailable(
      'TensorFlow.js',
      'not-installed',
      `it could not be loaded (${reasonOf(cause, '@tensorflow/tfjs')}); ${installLine(['wasm'])}`,
      cause,
    );
  }
}

/** One of the engines that were asked for: the one that runs on most machines. */
function installLine(prefer: readonly TfjsEngine[]): string {
  const engine = prefer.includes('wasm') ? 'wasm' : prefer[prefer.length - 1];
  const packages = ['@tensorflow/tfjs', PACKAGE_OF[engine]].filter((name) => name !== undefined);
  return `npm install ${packages.map((name) => `${name}@4.22.0`).join(' ')}`;
}

function runOn<T>(tf: typeof TensorFlow, engine: TfjsEngine, work: () => T): T {
  // An engine that was started once is switched to before the call returns.
  if (tf.getBackend() !== BACKEND_OF[engine]) void tf.setBackend(BACKEND_OF[engine]);
  let result: { readonly value: T } | undefined;
  // What tidy is given back it walks through value by value in search of tensors.
  tf.tidy(() => {
    result = { value: work() };
  });
  return (result as { readonly value: T }).value;
}
