import type { StageEvent } from '@avatar/stage';
import type { RunUsage } from './options.js';
import type { PlainError } from './plain-error.js';

/** What a worker can do. */
export type TaskName = 'generate' | 'validate' | 'warmUp';

/** From the pool to a child. */
export type ParentMessage =
  | { readonly type: 'setup'; readonly module: string; readonly options: unknown }
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
