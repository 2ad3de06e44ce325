import { AvatarError } from '@avatar/stage';
import type { Database } from '../database/index.js';
import { ApiError } from '../errors/index.js';
import {
  requestOf,
  type GenerationRow,
  type GenerationRunner,
  type GenerationStore,
  type Lease,
  type PhotoSources,
  type RunEnd,
} from '../generations/index.js';
import { fetchPhoto } from '../net/index.js';
import type { ObjectArchive } from '../storage/index.js';
import { EventWriter } from './event-log.js';
import { URL_LIST } from './submit.js';
import type { JobQueue } from './job-queue.js';
import type { GenerationSignals } from './signals.js';

export interface JobWorkerSettings {
  readonly workerId: string;
  readonly database: Database;
  readonly store: GenerationStore;
  readonly runner: GenerationRunner;
  readonly archive: ObjectArchive;
  readonly guardedFetch: PhotoSources['guardedFetch'];
  readonly queue: JobQueue;
  readonly signals: GenerationSignals;
  readonly deadlineMs: number;
  /** How often a job is started before it is given up. */
  readonly maxDeliveries: number;
  readonly onError: (error: unknown) => void;
}

const NOTHING = { computeMs: 0, cost: 0 };

/** Runs one queued job, from its claim to its end. */
export class JobWorker {
  constructor(private readonly settings: JobWorkerSettings) {}

  /** Never rejects: what cannot be written down now is found by the recovery. */
  readonly work = async (id: string): Promise<void> => {
    try {
      const claimed = await this.settings.store.claim(id, this.settings.workerId);
      if (claimed) await this.#run(claimed.row, claimed.lease);
    } catch (error) {
      this.settings.onError(error);
    }
  };

  async #run(row: GenerationRow, lease: Lease): Promise<void> {
    const { database, signals, archive, onError } = this.settings;
    const events = new EventWriter(database, signals, lease.id, lease.delivery, onError);
    const controller = new AbortController();
    const stop = signals.on(lease.id, (signal) => {
      if (signal === 'cancelled') controller.abort(new ApiError('cancelled', 'The job was cancelled'));
    });
    try {
      await signals.send('changed', lease.id);
      const end = await this.#attempt(row, lease, controller.signal, events);
      await events.flush();
      if (await this.#end(row, lease, end)) await archive.removeOf(lease.id, ['queued']);
    } finally {
      stop();
      await signals.send('changed', lease.id);
    }
  }

  async #attempt(
    row: GenerationRow,
    lease: Lease,
    signal: AbortSignal,
    events: EventWriter,
  ): Promise<RunEnd> {
    const photo = await this.#photo(row, signal).catch((error: unknown) => ({ error }));
    if ('error' in photo) return { kind: 'failed', error: photo.error, measures: NOTHING };
    return this.settings.runner.run({
      lease,
      accountId: row.accountId,
      request: requestOf(row),
      photo,
      signal,
      deadlineMs: this.settings.deadlineMs,
      unbounded: true,
      onEvent: (event) => events.write(event),
    });
  }

  /** The photo that was kept for the job, or the one behind the address that was. */
  async #photo({ accountId, inputKey }: GenerationRow, signal: AbortSignal): Promise<Uint8Array> {
    const kept = inputKey === null ? undefined : await this.settings.archive.read(accountId, inputKey);
    if (kept === undefined) throw new ApiError('interrupted', 'The photo of the job is gone; send it again');
    if (kept.contentType !== URL_LIST) return kept.bytes;
    return fetchPhoto(this.settings.guardedFetch, new TextDecoder().decode(kept.bytes), signal);
  }

  /** @returns whether the job has ended, and needs its photo no more */
  async #end(row: GenerationRow, lease: Lease, end: RunEnd): Promise<boolean> {
    const { runner, store, queue, maxDeliveries } = this.settings;
    if (end.kind === 'lost') return this.#hasEnded(lease.id);
    if (end.kind === 'finished') return true;
    if (isOurTrouble(end.error) && row.deliveries < maxDeliveries) {
      const requeued = await store.requeue(lease, end.measures, queue.enqueue);
      if (!requeued) return this.#hasEnded(lease.id);
      await queue.wake();
      return false;
    }
    const failed = await runner.fail(lease, end.error, end.measures);
    return failed !== undefined || (await this.#hasEnded(lease.id));
  }

  /** Another process may have the job now, and then it needs the photo. */
  async #hasEnded(id: string): Promise<boolean> {
    const { rows } = await this.settings.database.query('select status from generations where id = $1', [id]);
    return rows[0]?.status !== 'queued' && rows[0]?.status !== 'running';
  }
}

/** Worth another try: the photo has no part in it. */
const isOurTrouble = (error: unknown): boolean =>
  AvatarError.is(error) &&
  (OUR_REASONS.has(error.reason) || error.code === 'overloaded' || error.code === 'model-unavailable');

const OUR_REASONS = new Set<string | undefined>(['worker-died', 'never-started']);
