import type { AvatarResult } from '@avatar/generator';
import type { StageEvent } from '@avatar/stage';
import type { Account } from '../accounts/index.js';
import { reserveAvatar } from '../billing/index.js';
import { ApiError } from '../errors/index.js';
import type { GuardedFetch } from '../net/index.js';
import type { AccountCatalogues } from '../styles/index.js';
import type { FairGate } from './fair-gate.js';
import { drawnRequest, type DrawnRequest } from './drawn-request.js';
import { newId } from './ids.js';
import { isNewPhoto, photoBytes, type PhotoSource } from './photo-source.js';
import { queueJobs, tidied, type QueuedRequest, type QueueParts } from './queue-jobs.js';
import type { GenerationRecord } from './record.js';
import { generationRequest, type GenerationRequest, type Wishes } from './request.js';
import type { GenerationRunner } from './runner.js';
import type { GenerationSignals } from './signals.js';
import type { OnCreated } from './store.js';

export interface AcceptanceParts extends QueueParts {
  readonly workerId: string;
  readonly catalogueOf: AccountCatalogues;
  readonly runner: GenerationRunner;
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

/** Pictures of people that are asked for together. */
export interface DrawnBatchRequest {
  readonly items: readonly DrawnRequest[];
  /** What all of them have in common, to be kept with the batch: nothing about the person. */
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

const queued = ({ photo, request }: CheckedRequest): QueuedRequest => ({ source: photo, request });

/** The only way in for avatars, whatever API they are asked for by: checked, paid for, then run at once or queued. */
export class Acceptance {
  constructor(private readonly parts: AcceptanceParts) {}

  /**
   * Everything that can be refused without looking at the photo.
   * @throws AvatarError `invalid-options`, `input-rejected`; ApiError `style-not-allowed`, `not-found`, `conflict`
   */
  async check(account: Account, asked: AvatarRequest): Promise<CheckedRequest> {
    const checked = await this.#understood(account, asked);
    if (asked.photo.kind === 'address') this.parts.guardedFetch.check(asked.photo.url);
    return checked;
  }

  /** Makes an avatar while the caller waits. The photo stays in memory and goes with the request. */
  async run(account: Account, asked: AvatarRequest, listener: RunListener): Promise<RunResult> {
    const createdAt = new Date();
    const endMs = performance.now() + this.parts.deadlineMs;
    const { billing, database, photos, store, runner, workerId, gate } = this.parts;
    const { photo: source, request } = await this.check(account, asked);
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
        subject: { kind: 'photo', bytes: photo },
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
      await tidied(() => billing.release(database.orm, id));
      throw error;
    } finally {
      place.leave();
      store.leases.letGo({ id, workerId, delivery: 1 });
      cancel.stop();
    }
  }

  /** Keeps the photo, encrypted, and queues its job. It is fetched now, so that its sender hears at once. */
  async submit(account: Account, asked: AvatarRequest, onCreated?: OnCreated): Promise<GenerationRecord> {
    const checked = await this.check(account, asked);
    if (checked.request.delivery === 'inline')
      throw new ApiError(
        'invalid-request',
        'delivery "inline" needs a synchronous request: a job has nowhere to put it',
      );
    const [record] = await queueJobs(this.parts, account, [queued(checked)], undefined, onCreated);
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
    const checked: QueuedRequest[] = [];
    for (const item of items) checked.push(queued(await this.#understood(account, item)));
    const id = newId('bat');
    const batch = { id, request: kept, isLater: true };
    return { id, records: await queueJobs(this.parts, account, checked, batch, onCreated) };
  }

  /** Queues pictures of people, all or none. A photo is fetched now, once. @returns id of the batch, `bat_…` */
  async submitDrawn(
    account: Account,
    { items, kept }: DrawnBatchRequest,
    onCreated?: OnCreated,
  ): Promise<{ readonly id: string; readonly records: readonly GenerationRecord[] }> {
    const checked = items.map((item) => {
      const { source, callbackUrl } = item;
      if (source.kind === 'address') this.parts.guardedFetch.check(source.url);
      if (callbackUrl !== undefined) this.parts.callbackFetch.check(callbackUrl);
      return { source, request: drawnRequest(item, account) };
    });
    const id = newId('bat');
    const batch = { id, request: kept, isLater: false };
    return { id, records: await queueJobs(this.parts, account, checked, batch, onCreated) };
  }

  async #understood(account: Account, { photo, wishes }: AvatarRequest): Promise<CheckedRequest> {
    const inputId = photo.kind === 'kept' ? photo.inputId : undefined;
    const request = await generationRequest(wishes, account, this.parts.catalogueOf, {
      isNew: isNewPhoto(photo),
      inputId,
    });
    if (request.callbackUrl !== undefined) this.parts.callbackFetch.check(request.callbackUrl);
    return { photo, request };
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
