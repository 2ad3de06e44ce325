import PgBoss from 'pg-boss';
import type { Database, Orm } from '../database/index.js';
import { queueDatabase, queueTransaction } from './sql-adapter.js';

export interface JobQueueSettings {
  readonly database: Database;
  /** Seconds after which the queue takes a job for lost. The generations have a heartbeat that finds out much sooner. */
  readonly expireInSeconds: number;
  readonly onError: (error: unknown) => void;
}

const QUEUE = 'generations';
const WAKE_CHANNEL = 'avatar_jobs';
const POLL_SECONDS = 2;

/**
 * The queue of jobs, pg-boss on the server's database. It carries ids only and decides who is next; the rows of the generations
 * say what has to be done, so a job that comes twice does nothing the second time, and retries are theirs.
 */
export class JobQueue {
  readonly #boss: PgBoss;
  readonly #workers: string[] = [];
  #stopListening: (() => Promise<void>) | undefined;

  private constructor(private readonly settings: JobQueueSettings) {
    this.#boss = new PgBoss({
      db: queueDatabase(settings.database),
      schedule: false,
      retryLimit: 0,
      expireInSeconds: settings.expireInSeconds,
      archiveCompletedAfterSeconds: 3_600,
      deleteAfterHours: 24,
    });
    this.#boss.on('error', settings.onError);
  }

  static async start(settings: JobQueueSettings): Promise<JobQueue> {
    const queue = new JobQueue(settings);
    await queue.#boss.start();
    await queue.#boss.createQueue(QUEUE);
    return queue;
  }

  /** Queues jobs in a transaction of the caller's. */
  readonly enqueue = async (transaction: Orm, ids: readonly string[]): Promise<void> => {
    const db = queueTransaction(transaction);
    for (const id of ids) await this.#boss.send(QUEUE, { id }, { db });
  };

  /** Tells idle workers of every process that there is something to do; they would find it a little later anyway. */
  async wake(): Promise<void> {
    await this.settings.database.notify(WAKE_CHANNEL, '');
  }

  /** Takes jobs, `concurrency` at a time, until the queue is stopped. `work` may not reject. */
  async work(concurrency: number, work: (id: string) => Promise<void>): Promise<void> {
    for (let i = 0; i < concurrency; i++) this.#workers.push(await this.#worker(work));
    this.#stopListening = await this.settings.database.listen(WAKE_CHANNEL, () => this.#notify());
  }

  async #worker(work: (id: string) => Promise<void>): Promise<string> {
    const options = { pollingIntervalSeconds: POLL_SECONDS };
    return this.#boss.work<{ id: string }>(QUEUE, options, async ([job]) => {
      await work(job.data.id);
      // There may be more: without this the worker would pause until its next look.
      this.#notify();
    });
  }

  #notify(): void {
    for (const worker of this.#workers) this.#boss.notifyWorker(worker);
  }

  /** Jobs that wait. */
  async size(): Promise<number> {
    return this.#boss.getQueueSize(QUEUE);
  }

  /** Takes no more jobs and waits for those that it has. */
  async stop(timeoutMs: number): Promise<void> {
    await this.#stopListening?.();
    await this.#boss.stop({ graceful: true, wait: true, close: false, timeout: timeoutMs });
  }
}
