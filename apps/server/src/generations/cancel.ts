import type { Database } from '../database/index.js';
import { ApiError } from '../errors/index.js';
import type { ObjectArchive } from '../storage/index.js';
import { batchRecords } from './queries.js';
import type { GenerationRecord } from './record.js';
import type { GenerationSignals } from './signals.js';
import type { GenerationStore } from './store.js';

export interface CancelParts {
  readonly database: Database;
  readonly store: GenerationStore;
  readonly archive: ObjectArchive;
  readonly signals: GenerationSignals;
}

/**
 * Ends a job that has not ended, wherever it waits or runs, and deletes its photo.
 * @returns undefined when there is none
 * @throws ApiError `conflict` when it has ended
 */
export async function cancelJob(
  { store, archive, signals }: CancelParts,
  accountId: string,
  id: string,
): Promise<GenerationRecord | undefined> {
  const record = await store.cancel(accountId, id);
  if (record === undefined) return undefined;
  await archive.removeOf(id, ['queued']);
  await signals.send('cancelled', id);
  return record;
}

/**
 * Ends what of a batch has not ended; what has stays as it is.
 * @returns the batch as it is then; none when there is no such batch
 */
export async function cancelBatch(
  parts: CancelParts,
  accountId: string,
  batchId: string,
): Promise<readonly GenerationRecord[]> {
  // The last first: workers take them from the other end.
  for (const { id, status } of [...(await batchRecords(parts.database, accountId, batchId))].reverse())
    if (status === 'queued' || status === 'running') await cancelledOrEnded(parts, accountId, id);
  return batchRecords(parts.database, accountId, batchId);
}

/** It may end by itself in this moment, which is as good. */
async function cancelledOrEnded(parts: CancelParts, accountId: string, id: string): Promise<void> {
  try {
    await cancelJob(parts, accountId, id);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
