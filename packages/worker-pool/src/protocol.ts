import type {
  CharacterInput,
  MeasuredCharacter,
  PhotoAnalysis,
  PhotoAvatarResult,
  PhotoInput,
} from '@avatar/generator';
import type { StageEvent } from '@avatar/stage';
import type { FitMeasuredOptions, FittedStyle } from '@avatar/style-fit';
import type { AnyDrawOptions, DrawnFor, MeasuredInWorker, PoolGenerateOptions, RunUsage } from './options.js';
import type { PlainError } from './plain-error.js';

/** Raised when parent and child of different releases would misunderstand each other. */
export const PROTOCOL_VERSION = 1;

/** What a worker can do: what each task is given, and what comes of it. A new task is a line here and one in the worker. */
export interface WorkerTasks {
  generate: { readonly payload: PhotoPayload; readonly result: PhotoAvatarResult };
  draw: { readonly payload: CharacterPayload; readonly result: DrawnFor<AnyDrawOptions> };
  measure: { readonly payload: PhotosPayload; readonly result: MeasuredCharacter };
  validate: { readonly payload: PhotoPayload; readonly result: PhotoAnalysis };
  measureExample: { readonly payload: ExamplePayload; readonly result: MeasuredInWorker };
  fitStyle: { readonly payload: FitPayload; readonly result: FittedStyle };
  warmUp: { readonly payload: undefined; readonly result: undefined };
}

export type TaskName = keyof WorkerTasks;

/** What crosses the border for a photo and its options. */
interface PhotoPayload {
  readonly photo: PhotoInput;
  readonly options: PoolGenerateOptions;
}

/** What crosses the border for photos of one person. */
interface PhotosPayload {
  readonly photos: readonly PhotoInput[];
}

/** What crosses the border for a person who is drawn. */
interface CharacterPayload {
  readonly who: CharacterInput;
  readonly options: AnyDrawOptions;
}

/** What crosses the border for one example of a style. */
interface ExamplePayload {
  readonly example: Uint8Array;
}

/** What crosses the border for a style. */
interface FitPayload {
  readonly examples: readonly MeasuredInWorker[];
  readonly options: FitMeasuredOptions;
}

/** From the pool to a child. */
export type ParentMessage =
  | {
      readonly type: 'setup';
      readonly protocol: number;
      readonly module: string;
      readonly options: unknown;
    }
  | { readonly type: 'run'; readonly id: number; readonly task: TaskName; readonly payload: unknown }
  | { readonly type: 'abort'; readonly id: number };

/** From a child to the pool. */
export type ChildMessage =
  | { readonly type: 'event'; readonly id: number; readonly event: StageEvent }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown; readonly usage: RunUsage }
  | { readonly type: 'failed'; readonly id: number; readonly error: PlainError; readonly usage: RunUsage };

/** How a worker module runs one task. */
export interface TaskControl {
  readonly signal: AbortSignal;
  readonly onEvent: (event: StageEvent) => void;
}

/** What a worker module makes, once for each child. */
export interface Worker {
  run(task: TaskName, payload: unknown, control: TaskControl): Promise<unknown>;
}

/** Exported by a worker module under the name `createWorker`. */
export type CreateWorker = (options: unknown) => Worker | Promise<Worker>;
