import { choiceOption, invalidOption, knownOptions } from '@avatar/stage';

/**
 * What TensorFlow.js can run on in Node.js: the native library on a graphics card or on the processor, WebAssembly, plain
 * JavaScript.
 */
export const TFJS_ENGINES = ['node-gpu', 'node', 'wasm', 'cpu'] as const;
export type TfjsEngine = (typeof TFJS_ENGINES)[number];

export interface TfjsOptions {
  /** In order of preference; the first that works is used. Default: `['node-gpu', 'node', 'wasm', 'cpu']`. */
  readonly prefer?: readonly TfjsEngine[] | undefined;
  /** Told once which engine is used, and why those before it are not. */
  readonly onStart?: ((started: StartedEngine) => void) | undefined;
}

/** An engine that was tried, and in a few words why it is not used. */
export interface RefusedEngine {
  readonly engine: TfjsEngine;
  readonly why: string;
}

export interface StartedEngine {
  readonly engine: TfjsEngine;
  /** Those that were preferred to it, in that order. */
  readonly refused: readonly RefusedEngine[];
}

/** @throws AvatarError `invalid-options` */
export function preferredEngines(name: string, options: TfjsOptions): readonly TfjsEngine[] {
  knownOptions(name, options, ['prefer', 'onStart']);
  const { prefer = TFJS_ENGINES } = options;
  if (prefer.length === 0) throw invalidOption('at least one engine', 'prefer', 'none');
  for (const engine of prefer) choiceOption('prefer', engine, TFJS_ENGINES);
  return prefer;
}
