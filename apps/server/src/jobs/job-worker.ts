import { AvatarError } from '@avatar/stage';
import { eventually, isOutage, TRIED_FOR, type Database } from '../database/index.js';
import { ApiError } from '../errors/index.js';
import {
  EventWriter,
  type ClaimedJob,
  type GenerationRunner,
  type GenerationSignals,
  type GenerationStore,
  type JobEnd,
  type Lease,
} from '../generations/index.js';
import type { ObjectArchive } from '../storage/index.js';

export interface JobWorkerSettings {
  readonly database: Database;
  readonly store: GenerationStore;
  /** Does the work of a job and writes down its success. Never rejects. */
  readonly run: (claimed: ClaimedJob, signal: AbortSignal, events: EventWriter) => Promise<JobEnd>;
  readonly runner: Pick<GenerationRunner, 'fail'>;
  readonly archive: ObjectArchive;
  readonly wakeWorkers: () => Promise<void>;
  readonly signals: GenerationSignals;
  /** How often a job is started before it is given up. */
  readonly maxDeliveries: number;
  readonly onError: (error: unknown) => void;
}

/** Runs one queued job, from its claim to its end. */
export class JobWorker {
  constructor(private readonly settings: JobWorkerSettings) {}

  /** Never rejects: what cannot be written down now is found by the recovery. */
  readonly work = async (claimed: ClaimedJob): Promise<void> => {
    try {
      await this.#run(claimed);
    } catch (error) {
      this.settings.onError(error);
    } finally {
      this.settings.store.leases.letGo(claimed.lease);
    }
  };

  async #run(claimed: ClaimedJob): Promise<void> {
    const { lease } = claimed;
    const { database, signals, archive, onError } = this.settings;
    const events = new EventWriter(database, signals, lease.id, lease.delivery, onError);
    const controller = new AbortController();
    const stop = signals.on(lease.id, (signal) => {
      if (signal === 'cancelled') controller.abort(new ApiError('cancelled', 'The job was cancelled'));
    });
    try {
      await this.#tell(lease.id);
      const end = await this.settings.run(claimed, controller.signal, events);
      await events.flush();
      if (await this.#end(lease, end)) await archive.removeOf(lease.id, ['queued']);
    } finally {
      stop();
      await this.#tell(lease.id);
    }
  }

  /** Nobody is kept from the work by what is told of it: followers look from time to time. */
  #tell(id: string): Promise<void> {
    return this.settings.signals.send('changed', id).catch(this.settings.onError);
  }

  /** @returns whether the job has ended, and needs its photo no more */
  async #end(lease: Lease, end: JobEnd): Promise<boolean> {
    const { runner, store, wakeWorkers, maxDeliveries } = this.settings;
    // Another process may have the job now, and then it needs the photo.
    if (end.kind === 'lost') return store.hasEnded(lease.id);
    if (end.kind === 'finished') return true;
    if (isOurTrouble(end.error) && lease.delivery < maxDeliveries) {
      const requeued = await eventually(() => store.requeue(lease, end.measures), TRIED_FOR.resultMs);
      if (!requeued) return store.hasEnded(lease.id);
      await wakeWorkers();
      return false;
    }
    const failed = await runner.fail(lease, end.error, end.measures);
    return failed !== undefined || (await store.hasEnded(lease.id));
  }
}

/** Worth another try: the photo has no part in it. */
const isOurTrouble = (error: unknown): boolean =>
  isOutage(error) ||
  (AvatarError.is(error) &&
    (OUR_REASONS.has(error.reason) || error.code === 'overloaded' || error.code === 'model-unavailable'));

const OUR_REASONS = new Set<string | undefined>(['worker-died', 'never-started']);
