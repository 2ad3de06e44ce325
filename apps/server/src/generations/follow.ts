import type { Database } from '../database/index.js';
import { eventsAfter, type LoggedEvent } from './event-log.js';
import type { GenerationRecord } from './record.js';
import type { GenerationSignals } from './signals.js';
import type { GenerationStore } from './store.js';

export interface FollowParts {
  readonly database: Database;
  readonly store: GenerationStore;
  readonly signals: GenerationSignals;
}

export interface Following {
  readonly accountId: string;
  readonly id: string;
  /** Id of the last event that is known already. */
  readonly after: number;
  readonly signal: AbortSignal;
}

/** What is told of a job, and, when it has ended, its record. */
export type Followed =
  | { readonly kind: 'event'; readonly event: LoggedEvent }
  | { readonly kind: 'end'; readonly record: GenerationRecord };

/** A message may be missed while a connection to the database is restored. */
const LOOK_AGAIN_MS = 2_000;

/** What a job tells, from wherever it runs, until it ends. */
export async function* followGeneration(
  { database, store, signals }: FollowParts,
  { accountId, id, after, signal }: Following,
): AsyncGenerator<Followed> {
  let last = after;
  let wake: () => void = () => undefined;
  let isNews: boolean;
  const stop = signals.on(id, () => {
    isNews = true;
    wake();
  });
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    for (;;) {
      isNews = false;
      // The record first: events that come after this look belong to a record that is looked at again.
      const record = await store.find(accountId, id);
      for (const event of await eventsAfter(database, id, last)) {
        last = event.id;
        yield { kind: 'event', event };
      }
      if (record === undefined || signal.aborted) return;
      if (record.status !== 'queued' && record.status !== 'running') {
        yield { kind: 'end', record };
        return;
      }
      if (!isNews)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, LOOK_AGAIN_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
    }
  } finally {
    stop();
  }
}
