import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/index.js';
import { waitingJobs, type ClaimedJob } from '../generations/index.js';

export interface JobQueueSettings {
  readonly database: Database;
  /** Takes the next job that there is. */
  readonly take: () => Promise<ClaimedJob | undefined>;
  readonly onError: (error: unknown) => void;
}

const WAKE_CHANNEL = 'avatar_jobs';
const LOOK_MS = 2_000;
const AFTER_ERROR_MS = 500;
/** More than any operator wants to see exactly. */
const COUNTED_JOBS = 1_000_000;

/**
 * The queue of jobs, which is the rows of the generations that wait and nothing beside them. Idle workers are woken
 * by a message, and look from time to time in case one was missed.
 */
export class JobQueue {
  readonly #idle = new Set<() => void>();
  #isStopped = false;
  #loops: Promise<void>[] = [];
  #stopListening: (() => Promise<void>) | undefined;
  /** Counts messages: a worker that looked before the last of them looks again. */
  #news = 0;

  constructor(private readonly settings: JobQueueSettings) {}

  /** Tells idle workers of every process that there is something to do; they would find it a little later anyway. */
  readonly wake = async (): Promise<void> => {
    await this.settings.database.notify(WAKE_CHANNEL, '').catch(this.settings.onError);
  };

  /** Takes jobs, `concurrency` at a time, until the queue is stopped. */
  async work(concurrency: number, run: (job: ClaimedJob) => Promise<void>): Promise<void> {
    this.#stopListening = await this.settings.database.listen(WAKE_CHANNEL, () => this.#wakeIdle());
    this.#loops = Array.from({ length: concurrency }, () => this.#loop(run));
  }

  async #loop(run: (job: ClaimedJob) => Promise<void>): Promise<void> {
    while (!this.#isStopped) {
      const seen = this.#news;
      const job = await this.#next();
      if (job !== undefined) await run(job).catch(this.settings.onError);
      else if (seen === this.#news && !this.#isStopped) await this.#wait();
    }
  }

  async #next(): Promise<ClaimedJob | undefined> {
    try {
      return await this.settings.take();
    } catch (error) {
      this.settings.onError(error);
      // The database is away, perhaps: it is not asked again at once.
      await pause(AFTER_ERROR_MS);
      return undefined;
    }
  }

  /** Resolves when there may be something to do. */
  async #wait(): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#idle.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, LOOK_MS);
      this.#idle.add(wake);
    });
  }

  #wakeIdle(): void {
    this.#news++;
    for (const wake of [...this.#idle]) wake();
  }

  /** Jobs that wait, of all accounts. */
  size(): Promise<number> {
    return waitingJobs(this.settings.database.orm, COUNTED_JOBS);
  }

  /** Takes no more jobs and waits for those that it has. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wakeIdle();
    await this.#stopListening?.();
    await Promise.all(this.#loops);
  }
}
