import type { WorkerPool } from '@avatar/worker-pool';
import type { ServerConfig } from './config/config.js';
import type { Database } from './database/index.js';
import type { GenerationRunner, GenerationSignals, GenerationStore } from './generations/index.js';
import { JobQueue, JobWorker, runAvatarJob, takeNextJob, type JobLine } from './jobs/index.js';
import type { GuardedFetch } from './net/index.js';
import type { ObjectArchive } from './storage/index.js';
import { StyleRunner } from './style-fits/index.js';
import type { OwnStyleStore } from './styles/index.js';

/** Of one process: a style keeps one of its workers busy for minutes, and avatars come in between. */
const STYLES_AT_ONCE = 1;

export interface JobLinesParts {
  readonly config: Pick<ServerConfig, 'limits' | 'pricePerCoreHour'>;
  readonly database: Database;
  readonly store: GenerationStore;
  readonly signals: GenerationSignals;
  readonly workerId: string;
  readonly onError: (error: unknown) => void;
}

export interface JobWorkParts {
  readonly pool: WorkerPool;
  readonly runner: GenerationRunner;
  readonly ownStyles: OwnStyleStore;
  readonly archive: ObjectArchive;
  readonly guardedFetch: GuardedFetch;
}

/** The jobs of this process: avatars in one line, styles in another, so that nobody's avatar waits for a style. */
export class JobLines {
  readonly #avatars: JobQueue;
  readonly #styles: JobQueue;
  readonly #closing = new AbortController();

  constructor(private readonly parts: JobLinesParts) {
    const { database, store, workerId, onError } = parts;
    const lineOf = (line: JobLine) =>
      new JobQueue({ database, take: () => takeNextJob({ database, store, workerId, line }), onError });
    this.#avatars = lineOf('avatars');
    this.#styles = lineOf('styles');
  }

  /** Tells idle workers of every process that there is something to do, in either line. */
  readonly wake = (): Promise<void> => this.#avatars.wake();

  /** Jobs that wait, of all accounts. */
  size(): Promise<number> {
    return this.#avatars.size();
  }

  async work({ pool, runner, ownStyles, archive, guardedFetch }: JobWorkParts): Promise<void> {
    const { config, database, store, signals, onError } = this.parts;
    const { limits, pricePerCoreHour } = config;
    const { jobDeliveries: maxDeliveries, jobDeadlineMs, styleDeadlineMs: deadlineMs } = limits;
    const jobs = {
      database,
      store,
      runner,
      archive,
      signals,
      maxDeliveries,
      onError,
      wakeWorkers: this.wake,
    };
    const avatars = new JobWorker({
      ...jobs,
      run: (job, signal, events) =>
        runAvatarJob({ runner, archive, guardedFetch, deadlineMs: jobDeadlineMs }, job, signal, events),
    });
    const styles = new StyleRunner({
      pool,
      store,
      ownStyles,
      archive,
      guardedFetch,
      deadlineMs,
      stepDeadlineMs: jobDeadlineMs,
      pricePerCoreHour,
      closing: this.#closing.signal,
    });
    const styleWorker = new JobWorker({ ...jobs, run: (job, signal) => styles.run(job, signal) });
    await this.#avatars.work(limits.workers, avatars.work);
    await this.#styles.work(STYLES_AT_ONCE, styleWorker.work);
  }

  /** Takes no more jobs and waits for those that it has; a style goes back to its line, as it may take minutes yet. */
  async stop(): Promise<void> {
    this.#closing.abort();
    await Promise.all([this.#avatars.stop(), this.#styles.stop()]);
  }
}
