import { AvatarError, type StageEvent } from '@avatar/stage';
import type { PoolGenerateCall, RunUsage } from './options.js';
import type { TaskName } from './protocol.js';

/** One call, from the moment it is made to its result. */
export class PoolTask {
  readonly promise: Promise<unknown>;
  #resolve!: (value: unknown) => void;
  #reject!: (reason: unknown) => void;
  #cleanUp: (() => void)[] = [];
  #startedMs: number | undefined;
  #isUsageTold = false;
  #isSettled = false;

  /** Called when nobody waits for the result any more: the deadline is over, or the caller aborted. */
  onGiveUp: (why: 'deadline' | 'aborted') => void = () => undefined;

  constructor(
    readonly id: number,
    readonly name: TaskName,
    readonly payload: unknown,
    private readonly call: PoolGenerateCall,
    deadlineMs: number,
  ) {
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const timer = setTimeout(
      () => this.#giveUp('deadline', timeout(deadlineMs, this.#startedMs !== undefined)),
      deadlineMs,
    );
    this.#cleanUp.push(() => clearTimeout(timer));
    const { signal } = call;
    if (!signal) return;
    const onAbort = () => this.#giveUp('aborted', signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    this.#cleanUp.push(() => signal.removeEventListener('abort', onAbort));
  }

  start(): void {
    this.#startedMs = performance.now();
  }

  event(event: StageEvent): void {
    if (this.#isSettled) return;
    try {
      this.call.onEvent?.(event);
    } catch {
      // A listener cannot break the run.
    }
  }

  succeed(value: unknown, usage: RunUsage): void {
    this.#tellUsage(usage);
    if (this.#settle()) this.#resolve(value);
  }

  fail(error: unknown, usage?: RunUsage): void {
    this.#tellUsage(usage);
    if (this.#settle()) this.#reject(error);
  }

  /** The caller hears of it at once; the child may still be busy with it. */
  #giveUp(why: 'deadline' | 'aborted', error: unknown): void {
    if (this.#isSettled) return;
    if (why === 'deadline') this.#tellUsage();
    if (this.#settle()) this.#reject(error);
    this.onGiveUp(why);
  }

  #settle(): boolean {
    if (this.#isSettled) return false;
    this.#isSettled = true;
    for (const undo of this.#cleanUp) undo();
    return true;
  }

  #tellUsage(usage?: RunUsage): void {
    if (this.#startedMs === undefined || this.#isUsageTold) return;
    this.#isUsageTold = true;
    const busyMs = performance.now() - this.#startedMs;
    try {
      this.call.onUsage?.(usage ?? { busyMs, cpuMs: busyMs });
    } catch {
      // A listener cannot break the run.
    }
  }
}

const timeout = (deadlineMs: number, isStarted: boolean): AvatarError =>
  new AvatarError('timeout', `There was no result after ${deadlineMs} ms`, {
    reason: isStarted ? 'deadline' : 'never-started',
    publicMessage: 'Making the avatar took too long. Please try again.',
    facts: { deadlineMs },
  });
