import { availableParallelism } from 'node:os';
import type {
  CharacterInput,
  MeasuredCharacter,
  PhotoAnalysis,
  PhotoAvatarResult,
  PhotoInput,
} from '@avatar/generator';
import { AvatarError, type Closeable } from '@avatar/stage';
import type { FitMeasuredOptions, FittedStyle } from '@avatar/style-fit';
import {
  poolSettings,
  type MeasuredInWorker,
  type PoolCall,
  type AnyDrawOptions,
  type DrawnFor,
  type PoolDrawOptions,
  type PoolGenerateCall,
  type PoolGenerateOptions,
  type PoolSettings,
  type PoolValidateOptions,
  type RestartReason,
  type WorkerPoolOptions,
} from './options.js';
import type { PoolStats } from './pool-stats.js';
import { PoolTask } from './pool-task.js';
import type { TaskName } from './protocol.js';
import { GENERATOR_MODULE } from './worker-child.js';
import { WorkerSlot, type SlotSettings } from './worker-slot.js';

/**
 * The generator in child processes. Every method rejects with AvatarError as the generator's do, and also:
 * `overloaded` when too many calls wait, `timeout` when the deadline is over, `stage-failed` with reason
 * `worker-died` when the child's process ended.
 */
export interface WorkerPool extends Closeable {
  generate(
    photo: PhotoInput,
    options?: PoolGenerateOptions,
    call?: PoolGenerateCall,
  ): Promise<PhotoAvatarResult>;
  /** Draws a person from words or from a character: still, in motion, or as a bust. No model is loaded for it. */
  draw<Options extends AnyDrawOptions = PoolDrawOptions>(
    who: CharacterInput,
    options?: Options,
    call?: PoolGenerateCall,
  ): Promise<DrawnFor<Options>>;
  /** Measures the person in 1 to 16 photos of them, as a character for `draw`. */
  measure(photos: readonly PhotoInput[], call?: PoolCall): Promise<MeasuredCharacter>;
  validate(photo: PhotoInput, options?: PoolValidateOptions, call?: PoolCall): Promise<PhotoAnalysis>;
  /** Measures one example picture of a style, so that other calls have their turn before the next one. */
  measureExample(example: Uint8Array, call?: PoolCall): Promise<MeasuredInWorker>;
  /** Makes a style of examples that were measured, as `fitStyle` of `@avatar/style-fit` does. */
  fitStyle(
    examples: readonly MeasuredInWorker[],
    options: FitMeasuredOptions,
    call?: PoolCall,
  ): Promise<FittedStyle>;
  /** Starts every child and loads its models. From then on, a child that is replaced is warmed up at once. */
  warmUp(call?: PoolCall): Promise<void>;
  stats(): PoolStats;
  /** Takes no more calls, finishes those that it has, and ends the children. */
  close(): Promise<void>;
}

/** Creates a pool. No child is started until it is used. @throws AvatarError `invalid-options` */
export function createWorkerPool(options: WorkerPoolOptions = {}): WorkerPool {
  const pool = new ChildPool(options, poolSettings(options, availableParallelism()));
  return {
    generate: (photo, generateOptions = {}, call = {}) =>
      pool.call('generate', { photo, options: generateOptions }, call) as Promise<PhotoAvatarResult>,
    draw: <Options extends AnyDrawOptions = PoolDrawOptions>(
      who: CharacterInput,
      drawOptions?: Options,
      call: PoolGenerateCall = {},
    ) => pool.call('draw', { who, options: drawOptions ?? {} }, call) as Promise<DrawnFor<Options>>,
    measure: (photos, call = {}) => pool.call('measure', { photos }, call) as Promise<MeasuredCharacter>,
    validate: (photo, validateOptions = {}, call = {}) =>
      pool.call('validate', { photo, options: validateOptions }, call) as Promise<PhotoAnalysis>,
    measureExample: (example, call = {}) =>
      pool.call('measureExample', { example }, call) as Promise<MeasuredInWorker>,
    fitStyle: (examples, fitOptions, call = {}) =>
      pool.call('fitStyle', { examples, options: fitOptions }, call) as Promise<FittedStyle>,
    warmUp: (call = {}) => pool.warmUp(call),
    stats: () => pool.stats(),
    close: () => pool.close(),
    [Symbol.asyncDispose]: () => pool.close(),
  };
}

class ChildPool {
  readonly #slots: readonly WorkerSlot[];
  readonly #waiting: PoolTask[] = [];
  #lastId = 0;
  #restarts = 0;
  #keepsWarm = false;
  #closed: Promise<void> | undefined;
  #onDrained: (() => void) | undefined;

  constructor(
    { models, load, styles, engines, module = GENERATOR_MODULE, onRestart }: WorkerPoolOptions,
    private readonly settings: PoolSettings,
  ) {
    const slot: SlotSettings = {
      module,
      options: { models, load, styles, engines },
      ...settings,
      onIdle: (idle: WorkerSlot) => this.#serve(idle),
      onGone: (replaced, reason) => {
        this.#restarts++;
        tell(onRestart, reason);
        this.#serve(replaced);
        if (this.#keepsWarm && !replaced.isBusy) this.#warmAgain(replaced);
      },
    };
    this.#slots = Array.from({ length: settings.workers }, () => new WorkerSlot(slot));
  }

  async call(name: TaskName, payload: unknown, call: PoolGenerateCall): Promise<unknown> {
    call.signal?.throwIfAborted();
    if (this.#closed) throw overloaded('closing', 'The pool is being closed');
    const idle = this.#slots.find((slot) => !slot.isBusy);
    if (!idle && !call.unbounded && this.#waiting.length >= this.settings.maxQueued)
      throw overloaded('queue-full', 'All workers are busy and the queue is full; try again later', {
        maxQueued: this.settings.maxQueued,
      });
    const task = this.#task(name, payload, call);
    if (idle) idle.run(task);
    else this.#enqueue(task);
    return task.promise;
  }

  async warmUp(call: PoolCall): Promise<void> {
    this.#keepsWarm = true;
    // A child that is busy loads its models anyway, and is warmed up when it is idle.
    await Promise.all(
      this.#slots
        .filter((slot) => !slot.isBusy && !slot.isWarm)
        .map((slot) => {
          const task = this.#task('warmUp', undefined, call);
          slot.run(task);
          return task.promise;
        }),
    );
  }

  stats(): PoolStats {
    return {
      workers: this.settings.workers,
      queued: this.#waiting.length,
      running: this.#slots.filter((slot) => slot.isBusy).length,
      restarts: this.#restarts,
      warm: this.#slots.filter((slot) => slot.isWarm).length,
      pids: this.#slots.flatMap(({ pid }) => pid ?? []),
    };
  }

  close(): Promise<void> {
    this.#closed ??= this.#drain();
    return this.#closed;
  }

  async #drain(): Promise<void> {
    if (this.#waiting.length > 0 || this.#slots.some((slot) => slot.isBusy))
      await new Promise<void>((resolve) => (this.#onDrained = resolve));
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  #task(name: TaskName, payload: unknown, call: PoolCall): PoolTask {
    return new PoolTask(++this.#lastId, name, payload, call, call.deadlineMs ?? this.settings.deadlineMs);
  }

  #enqueue(task: PoolTask): void {
    this.#waiting.push(task);
    task.onGiveUp = () => {
      const place = this.#waiting.indexOf(task);
      if (place >= 0) this.#waiting.splice(place, 1);
    };
  }

  #serve(idle: WorkerSlot): void {
    const next = this.#waiting.shift();
    if (next) idle.run(next);
    else if (this.#closed && this.#slots.every((slot) => !slot.isBusy)) this.#onDrained?.();
  }

  /** A child that cannot start is tried again, but not over and over: what is wrong is told to the next call anyway. */
  #warmAgain(slot: WorkerSlot): void {
    const pauseMs = slot.failedStarts < 2 ? 0 : Math.min(MAX_PAUSE_MS, 100 * 2 ** slot.failedStarts);
    setTimeout(() => {
      if (this.#closed || slot.isBusy || slot.isWarm) return;
      const task = this.#task('warmUp', undefined, {});
      task.promise.catch(() => undefined);
      slot.run(task);
    }, pauseMs).unref();
  }
}

function tell(onRestart: WorkerPoolOptions['onRestart'], reason: RestartReason): void {
  try {
    onRestart?.(reason);
  } catch {
    // A listener cannot break the pool.
  }
}

const MAX_PAUSE_MS = 30_000;

const overloaded = (reason: string, message: string, facts: AvatarError['facts'] = {}): AvatarError =>
  new AvatarError('overloaded', message, {
    reason,
    publicMessage: 'Too many pictures are being made at the moment. Please try again in a few seconds.',
    facts,
  });
