import { and, inArray, isNull, sql } from 'drizzle-orm';
import { schema, type Orm } from '../database/index.js';

const { idempotencyKeys } = schema;

/** How long a key is held for a process that gives no sign of life. */
export const LOCK_END = sql`now() + interval '15 seconds'`;
const RENEW_MS = 4_000;

/** Signs of life for the keys of requests that run in this process, all in one statement. */
export function runningRequests(orm: Orm) {
  const owners = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const renew = async (): Promise<void> => {
    await orm
      .update(idempotencyKeys)
      .set({ lockedUntil: LOCK_END })
      .where(and(inArray(idempotencyKeys.owner, [...owners]), isNull(idempotencyKeys.statusCode)));
  };
  return {
    add: (owner: string) => {
      owners.add(owner);
      // A renewal that fails is made up for by the next; three in a row cost the key.
      timer ??= setInterval(() => void renew().catch(() => undefined), RENEW_MS).unref();
    },
    remove: (owner: string) => {
      owners.delete(owner);
      if (owners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
  };
}
