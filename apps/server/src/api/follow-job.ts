import { avatarResponse, type GenerationRow, type Presenter } from '../generations/index.js';
import { eventsAfter } from '../jobs/index.js';
import type { Services } from './services.js';

export interface Following {
  readonly accountId: string;
  readonly id: string;
  /** Id of the last event that is known already. */
  readonly after: number;
  readonly presenter: Presenter;
  readonly signal: AbortSignal;
}

export interface FollowedEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: unknown;
}

/** A message may be missed while a connection to the database is restored. */
const LOOK_AGAIN_MS = 2_000;

/** What a job tells, from wherever it runs, until it ends. */
export async function* followJob(
  { database, store, signals }: Services,
  { accountId, id, after, presenter, signal }: Following,
): AsyncGenerator<FollowedEvent> {
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
      // The row first: events that come after this look belong to a row that is looked at again.
      const row = await store.find(accountId, id);
      for (const event of await eventsAfter(database, id, last)) {
        last = event.id;
        yield { id: String(event.id), event: event.type, data: event.data };
      }
      if (row === undefined || signal.aborted) return;
      const end = endOf(row, presenter);
      if (end !== undefined) {
        yield end;
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

function endOf(row: GenerationRow, presenter: Presenter): FollowedEvent | undefined {
  if (row.status === 'succeeded')
    return { id: undefined, event: 'result', data: avatarResponse(row, presenter) };
  if (row.status === 'failed') return { id: undefined, event: 'error', data: row.error };
  if (row.status === 'cancelled') return { id: undefined, event: 'cancelled', data: { id: row.id } };
  return undefined;
}
