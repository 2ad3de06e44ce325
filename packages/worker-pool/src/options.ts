import type {
  AnimationOptions,
  CharacterAnimationResult,
  CharacterAvatarResult,
  CharacterModelResult,
  DrawOptions,
  Engines,
  GenerateOptions,
  ModelOptions,
} from '@avatar/generator';
import type { LoadOptions } from '@avatar/load';
import type { OnnxHubOptions } from '@avatar/onnx';
import type { InputGateOptions } from '@avatar/quality-gate';
import { integerOption, knownOptions, type StageEvent } from '@avatar/stage';
import type { Style } from '@avatar/styles';

/** What the children build their generator from: plain data, because it crosses a process border. */
export interface WorkerGeneratorOptions {
  readonly models?: Omit<OnnxHubOptions, 'onProgress' | 'onWarning'> | undefined;
  /** Limits of the photo's file; see `@avatar/load`. */
  readonly load?: LoadOptions | undefined;
  /** Styles of your own, other than those that render by a function. */
  readonly styles?: readonly Style[] | undefined;
  /** Generative engines for styles of the kind `engine`. Default: none. */
  readonly engines?: EnginesModule | undefined;
}

/** Where the children get their engines from: an engine is code, which crosses no process border. */
export interface EnginesModule {
  /** Address of a module, `file:` or `data:`; it exports `createEngines`, a `CreateEngines`. */
  readonly module: string;
  /** What it is called with: plain data. */
  readonly options?: unknown;
}

/** Exported by a module of engines under the name `createEngines`. */
export type CreateEngines = (options: unknown) => Engines | Promise<Engines>;

export interface WorkerPoolOptions extends WorkerGeneratorOptions {
  /**
   * Child processes, 1 to 256. A model run keeps about two cores busy. Default: one for two cores.
   */
  readonly workers?: number | undefined;
  /** Calls that may wait for a child, 0 to 10 000; one more is refused with `overloaded`. Default: 8. */
  readonly maxQueued?: number | undefined;
  /** Milliseconds from a call to its result, waiting included, 1 to 3 600 000. Default: 60 000. */
  readonly deadlineMs?: number | undefined;
  /** A child is replaced after so many runs, so that nothing a library leaks adds up; 1 to 1 000 000. Default: 500. */
  readonly maxRunsPerWorker?: number | undefined;
  /** Milliseconds that a child has to obey an abort before it is killed, 0 to 60 000. Default: 2000. */
  readonly abortGraceMs?: number | undefined;
  /**
   * Module that the children run, for tests and for generators of your own: it exports `createWorker`, a `CreateWorker`.
   * Default: the generator of `@avatar/generator`.
   */
  readonly module?: URL | undefined;
  /** Told when a child is replaced. What it throws is dropped. */
  readonly onRestart?: ((reason: RestartReason) => void) | undefined;
}

/**
 * Why a child was replaced: a run was over its deadline or did not obey an abort, it died by itself, or it had its
 * number of runs.
 */
export type RestartReason = 'deadline' | 'aborted' | 'died' | 'retired';

/** What a run took. */
export interface RunUsage {
  /** Milliseconds from the moment a child took the run to its end. */
  readonly busyMs: number;
  /** Milliseconds of processor time, all cores together; an estimate from `busyMs` where the child was killed. */
  readonly cpuMs: number;
}

/** How one call is run. */
export interface PoolCall {
  /** An aborted call rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Default: the pool's. */
  readonly deadlineMs?: number | undefined;
  /**
   * Wait even where `maxQueued` calls wait already: for callers that limit themselves, such as a queue of jobs.
   * Default: false.
   */
  readonly unbounded?: boolean | undefined;
  /** Called once, when a run that was begun is over, however it ended. */
  readonly onUsage?: ((usage: RunUsage) => void) | undefined;
}

export interface PoolGenerateCall extends PoolCall {
  /** Called with every event of the run. What it throws is dropped. */
  readonly onEvent?: ((event: StageEvent) => void) | undefined;
}

/** Options of one avatar, with those of the gate for photos, which here may differ from call to call. */
export interface PoolGenerateOptions extends Omit<GenerateOptions, 'signal' | 'onEvent'> {
  readonly input?: InputGateOptions | undefined;
}

/** Options of one picture of a character. */
export type PoolDrawOptions = Omit<DrawOptions, 'signal' | 'onEvent'>;
/** Options of one character as a 3-D bust. */
export type PoolModelOptions = Omit<ModelOptions, 'signal'>;
/** Options of one character in motion. */
export type PoolAnimationOptions = Omit<AnimationOptions, 'signal'>;
/** A still picture, a bust, or a picture in motion. */
export type AnyDrawOptions = PoolDrawOptions | PoolModelOptions | PoolAnimationOptions;
/** What is drawn for such options. */
export type DrawnFor<Options extends AnyDrawOptions> = Options extends PoolModelOptions
  ? CharacterModelResult
  : Options extends PoolAnimationOptions
    ? CharacterAnimationResult
    : CharacterAvatarResult;

/**
 * What a child measured of one example, for `fitStyle`: its figures, which only a child of the same release reads, or why it
 * is of no use.
 */
export type MeasuredInWorker = { readonly figures: Uint8Array } | { readonly unusable: string };

export interface PoolValidateOptions {
  readonly input?: InputGateOptions | undefined;
}

export interface PoolSettings {
  readonly workers: number;
  readonly maxQueued: number;
  readonly deadlineMs: number;
  readonly maxRunsPerWorker: number;
  readonly abortGraceMs: number;
}

const KNOWN: readonly (keyof WorkerPoolOptions)[] = [
  'models',
  'load',
  'styles',
  'engines',
  'workers',
  'maxQueued',
  'deadlineMs',
  'maxRunsPerWorker',
  'abortGraceMs',
  'module',
  'onRestart',
];

/** @throws AvatarError `invalid-options` */
export function poolSettings(options: WorkerPoolOptions, cores: number): PoolSettings {
  knownOptions('createWorkerPool', options, KNOWN);
  const { workers = Math.max(1, Math.floor(cores / 2)), maxQueued = 8, deadlineMs = 60_000 } = options;
  return {
    workers: integerOption('workers', workers, 1, 256),
    maxQueued: integerOption('maxQueued', maxQueued, 0, 10_000),
    deadlineMs: integerOption('deadlineMs', deadlineMs, 1, 3_600_000),
    maxRunsPerWorker: integerOption('maxRunsPerWorker', options.maxRunsPerWorker ?? 500, 1, 1_000_000),
    abortGraceMs: integerOption('abortGraceMs', options.abortGraceMs ?? 2_000, 0, 60_000),
  };
}
