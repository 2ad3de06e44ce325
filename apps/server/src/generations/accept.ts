import type { AvatarResult } from '@avatar/generator';
import type { StageEvent } from '@avatar/stage';
import type { Account } from '../accounts/index.js';
import { reserveAvatar, type Billing } from '../billing/index.js';
import { isOutage, type Database } from '../database/index.js';
import { ApiError } from '../errors/index.js';
import type { GuardedFetch } from '../net/index.js';
import type { ObjectArchive } from '../storage/index.js';
import type { AccountCatalogues } from '../styles/index.js';
import type { FairGate } from './fair-gate.js';
import { newId } from './ids.js';
import type { NewGeneration } from './lease.js';
import { isNewPhoto, photoBytes, type PhotoSource, type PhotoSources } from './photo-source.js';
import { checkQueueDepth, type QueueLimits } from './queue-depth.js';
import { keepForJob } from './queued-photo.js';
import type { GenerationRecord } from './record.js';
import { generationRequest, type GenerationRequest, type Wishes } from './request.js';
import type { GenerationRunner } from './runner.js';
import type { GenerationSignals } from './signals.js';
import type { GenerationStore, OnCreated } from './store.js';

export interface AcceptanceParts {
  readonly workerId: string;
  readonly database: Database;
  readonly catalogueOf: AccountCatalogues;
  readonly billing: Billing;
  readonly archive: ObjectArchive;
  readonly photos: PhotoSources;
  readonly store: GenerationStore;
  readonly runner: GenerationRunner;
  /** Tells idle workers that there is something to do. */
  readonly wakeWorkers: () => Promise<void>;
  readonly queueLimits: QueueLimits;
  /** Says which of those that wait for their answer runs next. */
  readonly gate: FairGate;
  readonly signals: GenerationSignals;
  readonly guardedFetch: GuardedFetch;
  readonly callbackFetch: GuardedFetch;
  /** Milliseconds that one synchronous request may take, waiting included. */
  readonly deadlineMs: number;
}

/** One avatar, as some API understood its caller. */
export interface AvatarRequest {
  readonly photo: PhotoSource;
  readonly wishes: Wishes;
}

/** What can be refused without looking at the photo was not. */
export interface CheckedRequest {
  readonly photo: PhotoSource;
  readonly request: GenerationRequest;
}

export interface BatchRequest {
  readonly items: readonly AvatarRequest[];
  /** What all of them have in common, to be kept with the batch. */
  readonly kept: Readonly<Record<string, unknown>>;
}

export interface RunListener {
  /** Aborted when the caller is gone. */
  readonly signal: AbortSignal;
  readonly onCreated?: OnCreated | undefined;
  readonly onAccepted?: (id: string) => void;
  readonly onEvent?: (event: StageEvent) => void;
}

export interface RunResult {
  readonly record: GenerationRecord;
  readonly pictures: AvatarResult;
}

/** The only way in for avatars, whatever API they are asked for by: checked, paid for, then run at once or queued. */
export class Acceptance {
  constructor(private readonly parts: AcceptanceParts) {}

  /**
   * Everything that can be refused without looking at the photo.
   * @throws AvatarError `invalid-options`, `input-rejected`; ApiError `style-not-allowed`
   */
  check(account: Account, asked: AvatarRequest): CheckedRequest {
    const checked = this.#understood(account, asked);
    if (asked.photo.kind === 'address') this.parts.guardedFetch.check(asked.photo.url);
    return checked;
  }

  /** Makes an avatar while the caller waits. The photo stays in memory and goes with the request. */
  async run(account: Account, asked: AvatarRequest, listener: RunListener): Promise<RunResult> {
    const createdAt = new Date();
    const endMs = performance.now() + this.parts.deadlineMs;
    const { billing, database, photos, store, runner, workerId, gate } = this.parts;
    const { photo: source, request } = this.check(account, asked);
    const { id: accountId } = account;
    const id = newId('avt');
    // Before anything is begun: who finds no place leaves no row, no message and no charge.
    const place = gate.enter(accountId);
    const cancel = this.#cancellation(id, listener.signal);
    try {
      const { signal } = cancel;
      await reserveAvatar(billing, accountId, id, request.reference);
      const photo = await photoBytes(photos, source, { accountId, series: request.series, signal });
      await place.turn(signal, endMs);
      const created = { id, accountId, kind: 'generate', request, createdAt } as const;
      const lease = await store.begin(created, workerId, listener.onCreated);
      listener.onAccepted?.(id);
      const end = await runner.run({
        lease,
        accountId,
        request,
        photo,
        signal,
        deadlineMs: Math.max(1, Math.round(endMs - performance.now())),
        // The gate is the line, and this is the first in it.
        unbounded: true,
        onEvent: (event) => listener.onEvent?.(event),
      });
      if (end.kind === 'finished') return { record: end.record, pictures: end.pictures };
      if (end.kind === 'lost') throw new ApiError('cancelled', 'The generation was cancelled');
      await runner.fail(lease, end.error, end.measures);
      throw end.error;
    } catch (error) {
      // Before the run nothing else gives it back, and afterwards it does nothing.
      await this.#tidied(() => billing.release(database.orm, id));
      throw error;
    } finally {
      place.leave();
      store.leases.letGo({ id, workerId, delivery: 1 });
      cancel.stop();
    }
  }

  /** Keeps the photo, encrypted, and queues its job. It is fetched now, so that its sender hears at once. */
  async submit(account: Account, asked: AvatarRequest, onCreated?: OnCreated): Promise<GenerationRecord> {
    const checked = this.check(account, asked);
    if (checked.request.delivery === 'inline')
      throw new ApiError(
        'invalid-request',
        'delivery "inline" needs a synchronous request: a job has nowhere to put it',
      );
    const [record] = await this.#queue(account, [checked], undefined, onCreated);
    return record;
  }

  /**
   * Queues many, all or none. What is behind addresses is fetched by the workers, one by one. @returns id of the
   * batch, `bat_…`
   */
  async submitBatch(
    account: Account,
    { items, kept }: BatchRequest,
    onCreated?: OnCreated,
  ): Promise<{ readonly id: string; readonly records: readonly GenerationRecord[] }> {
    const checked = items.map((item) => this.#understood(account, item));
    const id = newId('bat');
    return { id, records: await this.#queue(account, checked, { id, request: kept }, onCreated) };
  }

  #understood(account: Account, { photo, wishes }: AvatarRequest): CheckedRequest {
    const inputId = photo.kind === 'kept' ? photo.inputId : undefined;
    const request = generationRequest(wishes, account, this.parts.catalogueOf, {
      isNew: isNewPhoto(photo),
      inputId,
    });
    if (request.callbackUrl !== undefined) this.parts.callbackFetch.check(request.callbackUrl);
    return { photo, request };
  }

  async #queue(
    account: Account,
    checked: readonly CheckedRequest[],
    batch: { readonly id: string; readonly request: Readonly<Record<string, unknown>> } | undefined,
    onCreated: OnCreated | undefined,
  ): Promise<readonly GenerationRecord[]> {
    const { store, archive, photos, billing, database } = this.parts;
    const { id: accountId } = account;
    await checkQueueDepth(database.orm, account, checked.length, this.parts.queueLimits);
    const items = checked.map((one) => ({ ...one, id: newId('avt') }));
    const kept: string[] = [];
    try {
      for (const { id, request } of items) await reserveAvatar(billing, accountId, id, request.reference);
      const created: NewGeneration[] = [];
      for (const [index, { id, photo, request }] of items.entries()) {
        const owner = { accountId, series: request.series, generationId: id };
        const inputKey = await keepForJob(archive, photos, photo, owner, batch !== undefined);
        kept.push(inputKey);
        created.push({
          id,
          accountId,
          request,
          inputKey,
          kind: batch ? 'batch-item' : 'generate',
          ...(batch && { batch: { id: batch.id, index } }),
        });
      }
      const batchRow = batch && { id: batch.id, accountId, size: items.length, request: batch.request };
      const records = await store.queue(created, batchRow, onCreated);
      await this.parts.wakeWorkers();
      return records;
    } catch (error) {
      await this.#tidied(async () => {
        for (const key of kept) await archive.remove(accountId, key);
        for (const { id } of items) await billing.release(database.orm, id);
      });
      throw error;
    }
  }

  /** Takes back what was done for nothing. While the database is away the sweep has to, later. */
  async #tidied(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => {
      if (!isOutage(error)) throw error;
    });
  }

  /** Ends with the caller's connection, or when the generation is cancelled from elsewhere. */
  #cancellation(id: string, caller: AbortSignal) {
    const controller = new AbortController();
    const stop = this.parts.signals.on(id, (signal) => {
      if (signal === 'cancelled') controller.abort(new ApiError('cancelled', 'The generation was cancelled'));
    });
    return { signal: AbortSignal.any([caller, controller.signal]), stop };
  }
}
