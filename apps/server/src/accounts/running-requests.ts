import { and, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { schema, type Orm } from '../database/index.js';

const { idempotencyKeys } = schema;

/** Milliseconds. */
export interface KeyTimes {
  /** Between two signs of life. */
  readonly heartbeatMs: number;
  /** How long a key is held for a process that gives no sign of life: several of them. */
  readonly silenceMs: number;
}

export interface RunningRequests {
  /** Until when a key is held from now on. */
  readonly lockEnd: SQL;
  readonly add: (owner: string) => void;
  readonly remove: (owner: string) => void;
}

/** Signs of life for the keys of requests that run in this process, all in one statement. */
export function runningRequests(orm: Orm, { heartbeatMs, silenceMs }: KeyTimes): RunningRequests {
  const lockEnd = sql`now() + make_interval(secs => ${silenceMs / 1000}::double precision)`;
  const owners = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const renew = async (): Promise<void> => {
    await orm
      .update(idempotencyKeys)
      .set({ lockedUntil: lockEnd })
      .where(and(inArray(idempotencyKeys.owner, [...owners]), isNull(idempotencyKeys.statusCode)));
  };
  return {
    lockEnd,
    add: (owner) => {
      owners.add(owner);
      // A renewal that fails is made up for by the next; several in a row cost the key.
      timer ??= setInterval(() => void renew().catch(() => undefined), heartbeatMs).unref();
    },
    remove: (owner) => {
      owners.delete(owner);
      if (owners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
  };
}
