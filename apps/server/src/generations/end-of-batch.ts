import { followGeneration, type FollowParts } from './follow.js';
import { batchRecords } from './queries.js';
import type { GenerationRecord } from './record.js';

/**
 * Waits until all of a batch have ended, wherever they run, or the signal is aborted.
 * @returns the batch as it is then
 */
export async function endOfBatch(
  parts: FollowParts,
  accountId: string,
  batchId: string,
  signal: AbortSignal,
): Promise<readonly GenerationRecord[]> {
  for (const { id } of await batchRecords(parts.database, accountId, batchId))
    for await (const one of followGeneration(parts, { accountId, id, after: 0, signal }))
      if (one.kind === 'end') break;
  return batchRecords(parts.database, accountId, batchId);
}
