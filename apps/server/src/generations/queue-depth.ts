import { AvatarError } from '@avatar/stage';
import type { Account } from '../accounts/index.js';
import { schema, type Orm } from '../database/index.js';
import { and, eq, sql } from 'drizzle-orm';
import { ApiError } from '../errors/index.js';

const { generations } = schema;

export interface QueueLimits {
  /** Jobs of all accounts that may wait at once. */
  readonly maxQueuedJobs: number;
  /** Jobs of one account, where its settings say nothing else. */
  readonly maxQueuedJobsOfAccount: number;
}

const RETRY_SECONDS = 30;

/** Jobs that wait, of one account or of all, counted no further than `most`. */
export async function waitingJobs(orm: Orm, most: number, accountId?: string): Promise<number> {
  const waiting = orm
    .select({ one: sql`1`.as('one') })
    .from(generations)
    .where(
      and(
        eq(generations.status, 'queued'),
        accountId === undefined ? undefined : eq(generations.accountId, accountId),
      ),
    )
    .limit(most)
    .as('waiting');
  const [{ n }] = await orm.select({ n: sql<number>`count(*)::int` }).from(waiting);
  return n;
}

/**
 * Whether so many more jobs may wait. Looked at before anything is kept; requests that come together may go a little
 * over it.
 * @throws ApiError `rate-limited` when the account has too many; AvatarError `overloaded` when all together have
 */
export async function checkQueueDepth(
  orm: Orm,
  { id, settings }: Account,
  more: number,
  { maxQueuedJobs, maxQueuedJobsOfAccount }: QueueLimits,
): Promise<void> {
  const own = settings.maxQueuedJobs ?? maxQueuedJobsOfAccount;
  if ((await waitingJobs(orm, own, id)) + more > own)
    throw new ApiError(
      'rate-limited',
      `This account may have ${own} jobs waiting; send more when some are done`,
      {
        retryAfterSeconds: RETRY_SECONDS,
      },
    );
  if ((await waitingJobs(orm, maxQueuedJobs)) + more > maxQueuedJobs)
    throw new AvatarError('overloaded', 'Too many jobs are waiting; try again later', {
      publicMessage: 'Too many pictures are waiting to be made. Please try again later.',
    });
}
