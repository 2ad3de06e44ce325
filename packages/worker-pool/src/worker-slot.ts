import { AvatarError } from '@avatar/stage';
import type { RestartReason } from './options.js';
import type { PoolTask } from './pool-task.js';
import { fromPlainError } from './plain-error.js';
import type { ChildMessage, TaskName } from './protocol.js';
import { WorkerChild, type ChildExit } from './worker-child.js';

export interface SlotSettings {
  readonly module: URL;
  readonly options: unknown;
  readonly maxRunsPerWorker: number;
  readonly abortGraceMs: number;
  /** The slot can take a task. */
  readonly onIdle: (slot: WorkerSlot) => void;
  /** Its child is gone, and the slot can take a task again. Not called while the slot is being closed. */
  readonly onGone: (slot: WorkerSlot, reason: RestartReason) => void;
}

/** Tasks behind which every usual model is loaded. */
const LOADS_ALL_MODELS: ReadonlySet<TaskName> = new Set(['generate', 'warmUp']);

/** One place for a child process: starts it when it is needed, replaces it when it is gone. */
export class WorkerSlot {
  #child: WorkerChild | undefined;
  #task: PoolTask | undefined;
  #graceTimer: NodeJS.Timeout | undefined;
  #isClosing = false;
  /** Why the child was told to end; it is on its way out. */
  #ending: RestartReason | undefined;
  #onGone: (() => void) | undefined;
  /** The child that runs here has its models loaded. */
  isWarm = false;
  /** Children in a row that ended without having finished a run. */
  failedStarts = 0;

  constructor(private readonly settings: SlotSettings) {}

  get isBusy(): boolean {
    return this.#task !== undefined || this.#ending !== undefined;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  run(task: PoolTask): void {
    this.#task = task;
    task.onGiveUp = (why) => this.#stop(why);
    this.#child ??= this.#start();
    this.#child.runs++;
    task.start();
    this.#child.send({ type: 'run', id: task.id, task: task.name, payload: task.payload });
  }

  /** Resolves when there is no child any more. Only for a slot that is idle. */
  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#child === undefined) return;
    const gone = new Promise<void>((resolve) => (this.#onGone = resolve));
    this.#child.kill();
    await gone;
  }

  #start(): WorkerChild {
    const child: WorkerChild = new WorkerChild(this.settings.module, this.settings.options, {
      onMessage: (message) => {
        if (child === this.#child) this.#receive(message);
      },
      onExit: (exit) => {
        if (child === this.#child) this.#gone(exit);
      },
    });
    return child;
  }

  #receive(message: ChildMessage): void {
    const task = this.#task;
    if (task?.id !== message.id) return;
    if (message.type === 'event') {
      task.event(message.event);
      return;
    }
    this.failedStarts = 0;
    if (message.type === 'done') {
      if (LOADS_ALL_MODELS.has(task.name)) this.isWarm = true;
      task.succeed(message.value, message.usage);
    } else task.fail(fromPlainError(message.error), message.usage);
    this.#release();
  }

  #release(): void {
    clearTimeout(this.#graceTimer);
    this.#task = undefined;
    if ((this.#child?.runs ?? 0) >= this.settings.maxRunsPerWorker) {
      // Its exit makes the slot idle.
      this.#kill('retired');
      return;
    }
    this.settings.onIdle(this);
  }

  /**
   * A deadline does not wait: the child may be inside a model. Who aborts can wait for it to notice, which keeps its
   * models.
   */
  #stop(why: 'deadline' | 'aborted'): void {
    const { abortGraceMs } = this.settings;
    if (why === 'deadline' || abortGraceMs === 0) {
      this.#kill(why);
      return;
    }
    this.#child?.send({ type: 'abort', id: this.#task?.id ?? -1 });
    this.#graceTimer = setTimeout(() => this.#kill(why), abortGraceMs);
  }

  #kill(reason: RestartReason): void {
    this.#ending = reason;
    this.#child?.kill();
  }

  #gone({ exitCode, signal }: ChildExit): void {
    clearTimeout(this.#graceTimer);
    this.#child = undefined;
    this.isWarm = false;
    const reason = this.#ending ?? 'died';
    if (reason === 'died') this.failedStarts++;
    this.#ending = undefined;
    const task = this.#task;
    this.#task = undefined;
    task?.fail(
      new AvatarError('stage-failed', 'The worker process ended in the middle of the run; try again', {
        reason: 'worker-died',
        facts: { exitCode: exitCode ?? -1, signal: signal ?? 'none' },
      }),
    );
    this.#onGone?.();
    if (!this.#isClosing) this.settings.onGone(this, reason);
  }
}
