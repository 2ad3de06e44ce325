import { AvatarError } from '@avatar/stage';
import type { Database } from '../database/index.js';
import type { GuardedFetch, GuardedResponse } from '../net/index.js';
import type { KeyRing } from '../storage/key-ring.js';
import { pauseAfter } from './retry-schedule.js';
import { signatureHeaders } from './signature.js';
import type { WebhookOutbox, WebhookRow } from './webhook-outbox.js';
import { signingSecrets } from './webhook-secret.js';

export type WebhookOutcome = 'delivered' | 'retried' | 'failed' | 'disabled';

export interface WebhookDispatcherOptions {
  readonly database: Database;
  readonly outbox: WebhookOutbox;
  readonly keyRing: KeyRing;
  /** `createCallbackFetch`. */
  readonly guardedFetch: GuardedFetch;
  /** How often the outbox is looked into. Default 1000. */
  readonly everyMs?: number;
  /** For metrics and logs: what became of an attempt, without its address. */
  readonly onOutcome?: (
    outcome: WebhookOutcome,
    webhook: { readonly id: string; readonly accountId: string },
  ) => void;
  /** Something went wrong that is nobody's message, such as a lost database. The dispatcher goes on. */
  readonly onError?: (error: unknown) => void;
}

export interface WebhookDispatcher {
  readonly start: () => void;
  /** Sends everything that is due, once. @returns how many messages were tried */
  readonly dispatchDue: () => Promise<number>;
  /** Resolves when what is being sent has its answer. */
  readonly stop: () => Promise<void>;
}

const AT_ONCE = 16;
/** Longer than an attempt can take; after it, the process that claimed the message is taken for dead. */
const LEASE_MS = 60_000;

/**
 * Sends what waits in the outbox. The outbox itself is the queue (`for update skip locked`), and not jobs of a queue
 * beside it: a message is written in the same transaction as the result that it tells of, and any number of processes
 * may send.
 */
export function createWebhookDispatcher(options: WebhookDispatcherOptions): WebhookDispatcher {
  const { outbox, everyMs = 1000, onError } = options;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const dispatchDue = async (): Promise<number> => {
    const claimed = await outbox.claim(AT_ONCE, LEASE_MS);
    await Promise.all(
      claimed.map((row) => attempt(options, row).catch((error: unknown) => onError?.(error))),
    );
    return claimed.length;
  };
  const loop = (): void => {
    round = dispatchDue()
      .catch((error: unknown) => {
        onError?.(error);
        return 0;
      })
      .then((tried) => {
        if (stopped) return;
        // A full round: there is more.
        timer = setTimeout(loop, tried === AT_ONCE ? 0 : everyMs);
        timer.unref();
      });
  };

  return {
    start: loop,
    dispatchDue,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}

async function attempt(options: WebhookDispatcherOptions, row: WebhookRow): Promise<void> {
  const outcome = await outcomeOf(options, row);
  options.onOutcome?.(outcome, { id: row.id, accountId: row.accountId });
}

async function outcomeOf(options: WebhookDispatcherOptions, row: WebhookRow): Promise<WebhookOutcome> {
  const { outbox } = options;
  const { id, accountId, url, attempts } = row;
  if (await outbox.isDisabled(accountId, url)) {
    await outbox.disable(accountId, url);
    return 'disabled';
  }
  // A secret that cannot be opened is tried as often as a receiver that does not answer, and not for ever.
  const answer = await send(options, row).catch((error: unknown) => {
    options.onError?.(error);
    return undefined;
  });
  if (answer === 'forbidden') {
    await outbox.failed(id, undefined, undefined);
    return 'failed';
  }
  const status = answer?.status;
  if (status !== undefined && status >= 200 && status < 300) {
    await outbox.delivered(id, status);
    return 'delivered';
  }
  if (status === 410) {
    await outbox.disable(accountId, url, status);
    return 'disabled';
  }
  const pause = pauseAfter(attempts, Number(answer?.headers['retry-after'] ?? 0) || 0);
  await outbox.failed(id, status, pause);
  return pause === undefined ? 'failed' : 'retried';
}

/** Undefined when there was no answer; `forbidden` when there never will be one, because we do not go there. */
async function send(
  { database, keyRing, guardedFetch }: WebhookDispatcherOptions,
  { id, accountId, url, payload }: WebhookRow,
): Promise<GuardedResponse | 'forbidden' | undefined> {
  const body = JSON.stringify(payload);
  const secrets = await signingSecrets(database, keyRing, accountId);
  const headers = {
    'content-type': 'application/json',
    ...(secrets.length > 0 && signatureHeaders(secrets, id, new Date(), body)),
  };
  try {
    return await guardedFetch.request(url, { method: 'POST', headers, body, ignoreBody: true });
  } catch (error) {
    return AvatarError.is(error) && error.reason === 'blocked-address' ? 'forbidden' : undefined;
  }
}
