import { AvatarError } from '@avatar/stage';
import type { Account } from '../accounts/index.js';
import { lockAccount, reserveStyle } from '../billing/index.js';
import type { Orm } from '../database/index.js';
import { ApiError } from '../errors/index.js';
import {
  checkQueueDepth,
  tidied,
  type GenerationRequest,
  type OnCreated,
  type QueueParts,
} from '../generations/index.js';
import type { GuardedFetch } from '../net/index.js';
import type { OwnStyle, OwnStyleStore } from '../styles/index.js';
import type { StyleUpload } from './upload.js';

export interface StyleLimits {
  /** Pictures that a style needs at least, where the account says nothing else. */
  readonly leastExamples: number;
  /** Styles of one account that wait or are made at once. */
  readonly maxUnfinished: number;
  /** Styles that one account may have. */
  readonly maxStyles: number;
  /** Credits that a style costs. */
  readonly credits: number;
}

export interface StyleParts extends Pick<
  QueueParts,
  'database' | 'billing' | 'archive' | 'store' | 'wakeWorkers' | 'queueLimits'
> {
  readonly ownStyles: OwnStyleStore;
  readonly callbackFetch: GuardedFetch;
  readonly styleLimits: StyleLimits;
}

export interface StyleRequest {
  /** For people. */
  readonly name: string;
  readonly callbackUrl: string | undefined;
}

const RETRY_SECONDS = 60;

/**
 * Queues the making of a style: checked, paid for, written down. The pictures are kept until its job has ended.
 * @throws AvatarError `input-rejected` with reason `too-few-examples`, `overloaded`; ApiError `rate-limited`, `conflict`,
 *   `insufficient-credits`, `interrupted`
 */
export async function submitStyle(
  parts: StyleParts,
  account: Account,
  upload: StyleUpload,
  { name, callbackUrl }: StyleRequest,
  onCreated?: OnCreated,
): Promise<OwnStyle> {
  const { database, billing, archive, store, ownStyles, callbackFetch, styleLimits, queueLimits } = parts;
  const { id: accountId } = account;
  const { token, pictures, previewPhoto } = upload;
  const leastExamples = account.settings.minStyleExamples ?? styleLimits.leastExamples;
  if (pictures.length < leastExamples) throw tooFew(pictures.length, leastExamples);
  if (callbackUrl !== undefined) callbackFetch.check(callbackUrl);
  const checkRoom = async (orm?: Orm) =>
    refuseWithoutRoom(await ownStyles.countOf(accountId, token, orm), styleLimits);
  await checkRoom();
  await checkQueueDepth(database.orm, account, 1, queueLimits);
  // The sweep takes what lies there without a job for long, what came first before the rest.
  for (const key of [pictures[0], previewPhoto])
    if (key !== undefined && !(await archive.has(accountId, key)))
      throw new ApiError(
        'interrupted',
        'The pictures took too long to arrive; send smaller ones, or a ZIP file',
      );
  upload.submitted();
  try {
    await reserveStyle(billing, accountId, token, styleLimits.credits);
    const job = {
      id: token,
      accountId,
      kind: 'style',
      request: requestOf(token),
      inputKey: pictures[0],
    } as const;
    const style = { token, accountId, name, leastExamples, pictures, previewPhoto, callbackUrl };
    await store.queue([job], undefined, async (transaction, id) => {
      // One after the other, so that none of those that came together passes the limit.
      await lockAccount(transaction, accountId);
      await checkRoom(transaction);
      await ownStyles.insert(transaction, style);
      await onCreated?.(transaction, id);
    });
  } catch (error) {
    await tidied(async () => {
      await billing.release(database.orm, token);
      await upload.giveBack();
    });
    throw error;
  }
  await parts.wakeWorkers();
  const queued = await ownStyles.find(accountId, token);
  if (queued === undefined) throw new ApiError('cancelled', 'The style was deleted');
  return queued;
}

function refuseWithoutRoom(
  { all, unfinished }: Awaited<ReturnType<OwnStyleStore['countOf']>>,
  { maxUnfinished, maxStyles }: StyleLimits,
): void {
  if (unfinished >= maxUnfinished)
    throw new ApiError(
      'rate-limited',
      `This account may have ${maxUnfinished} styles made at once; send more when one is done`,
      { retryAfterSeconds: RETRY_SECONDS },
    );
  if (all >= maxStyles)
    throw new ApiError('conflict', `This account may have ${maxStyles} styles of its own; delete one first`);
}

const tooFew = (given: number, least: number): AvatarError =>
  AvatarError.rejected(
    'too-few-examples',
    `A style needs at least ${least} example pictures, and there are ${given}. Add more pictures in the same style.`,
    { facts: { given, least } },
  );

/** A job is written down as requests for avatars are; of a style only its name is in there. */
const requestOf = (token: string): GenerationRequest => ({
  options: { style: token },
  delivery: 'url',
  cacheInput: false,
  inputId: undefined,
  series: undefined,
  callbackUrl: undefined,
  callbackId: undefined,
  reference: undefined,
});
