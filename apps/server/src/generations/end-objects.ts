import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { schema, type Orm } from '../database/index.js';
import type { KeptPictures } from './avatar-record.js';

const { storedObjects } = schema;

/**
 * In the transaction that ends a generation: nothing of it has a time to come but the pictures of its result. The
 * photo of its job, and what a delivery left whose process died, go with the next sweep at the latest.
 */
export async function endObjects(
  transaction: Orm,
  generationId: string,
  kept: KeptPictures | undefined,
): Promise<void> {
  await transaction
    .update(storedObjects)
    .set({ expiresAt: sql`now()` })
    .where(
      and(
        eq(storedObjects.generationId, generationId),
        inArray(storedObjects.kind, ['queued', 'output', 'thumbnail']),
        kept && notInArray(storedObjects.key, [kept.avatarKey, kept.thumbnailKey]),
      ),
    );
}
