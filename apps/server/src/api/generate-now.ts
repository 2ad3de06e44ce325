import type { PhotoAvatarResult } from '@avatar/generator';
import type { StageEvent } from '@avatar/stage';
import type { Account } from '../accounts/index.js';
import { ApiError } from '../errors/index.js';
import {
  generationRequest,
  newId,
  photoBytes,
  checkPhotoFields,
  type GenerationRow,
} from '../generations/index.js';
import { reserve } from './reservation.js';
import type { GenerateBody } from './schemas/avatar-options.js';
import type { Services } from './services.js';

export interface NowRequest {
  readonly account: Account;
  readonly body: GenerateBody;
  /** Aborted when the caller is gone. */
  readonly signal: AbortSignal;
  readonly onAccepted?: (id: string) => void;
  readonly onEvent?: (event: StageEvent) => void;
}

export interface NowResult {
  readonly row: GenerationRow;
  readonly pictures: PhotoAvatarResult;
}

/** Makes an avatar while the caller waits. The photo stays in memory and goes with the request. */
export async function generateNow(services: Services, now: NowRequest): Promise<NowResult> {
  const createdAt = new Date();
  const startedMs = performance.now();
  const { account, body } = now;
  const { store, photos, billing, database, config } = services;
  const request = checkedRequest(services, account, body);
  const id = newId('avt');
  await reserve(services, account, id, request.reference);
  const cancel = cancellation(services, id, now.signal);
  try {
    const { signal } = cancel;
    const owner = { accountId: account.id, sessionId: request.sessionId, signal };
    const photo = await photoBytes(photos, body, owner);
    const created = { id, accountId: account.id, kind: 'generate', request, createdAt } as const;
    const lease = await store.begin(created, services.workerId);
    now.onAccepted?.(id);
    const deadlineMs = Math.max(1, Math.round(config.limits.deadlineMs - (performance.now() - startedMs)));
    const end = await services.runner.run({
      lease,
      accountId: account.id,
      request,
      photo,
      signal,
      deadlineMs,
      unbounded: false,
      onEvent: (event) => now.onEvent?.(event),
    });
    if (end.kind === 'finished') return { row: end.row, pictures: end.pictures };
    if (end.kind === 'lost') throw new ApiError('cancelled', 'The generation was cancelled');
    await services.runner.fail(lease, end.error, end.measures);
    throw end.error;
  } catch (error) {
    // Before the run nothing else gives it back, and afterwards it does nothing.
    await billing.release(database.orm, id);
    throw error;
  } finally {
    cancel.stop();
  }
}

/** Everything that can be refused without looking at the photo. */
export function checkedRequest(services: Services, account: Account, body: GenerateBody) {
  checkPhotoFields(body, body.session_id);
  const isNewPhoto =
    body.image !== undefined || body.image_url !== undefined || body.image_base64 !== undefined;
  const request = generationRequest(body, account.settings, isNewPhoto);
  if (request.callbackUrl !== undefined) services.callbackFetch.check(request.callbackUrl);
  if (body.image_url !== undefined) services.guardedFetch.check(body.image_url);
  return request;
}

/** Ends with the caller's connection, or when the generation is cancelled from elsewhere. */
function cancellation({ signals }: Services, id: string, caller: AbortSignal) {
  const controller = new AbortController();
  const stop = signals.on(id, (signal) => {
    if (signal === 'cancelled') controller.abort(new ApiError('cancelled', 'The generation was cancelled'));
  });
  return { signal: AbortSignal.any([caller, controller.signal]), stop };
}
