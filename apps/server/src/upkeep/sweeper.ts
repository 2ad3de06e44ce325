import { and, lt, sql } from 'drizzle-orm';
import { sweepRateWindows, type IdempotencyStore } from '../accounts/index.js';
import { giveBackOld, type ConversationStore, type UnansweredParts } from '../conversations/index.js';
import { schema, type Database } from '../database/index.js';
import { forgetExpiredPictures } from '../generations/index.js';
import { forgetUnshownPeople } from '../groups/index.js';
import type { ObjectArchive } from '../storage/index.js';
import type { OwnStyleStore } from '../styles/index.js';
import type { WebhookOutbox } from '../webhooks/index.js';

const { batches, generations } = schema;

export interface SweeperSettings {
  readonly database: Database;
  readonly archive: ObjectArchive;
  readonly idempotency: IdempotencyStore;
  readonly outbox: WebhookOutbox;
  readonly conversations: ConversationStore;
  readonly unanswered: UnansweredParts;
  readonly ownStyles: Pick<OwnStyleStore, 'sweep'>;
  /** Records of finished generations are removed after so long. */
  readonly recordMs: number;
  /** Conversations that nobody writes to, after so long. */
  readonly conversationMs: number;
}

/** Removes whatever has had its time, one kind after the other. */
export async function sweepAll(settings: SweeperSettings): Promise<void> {
  const { database, archive, idempotency, outbox, conversations, unanswered, ownStyles } = settings;
  const { recordMs, conversationMs } = settings;
  await forgetExpiredPictures(database);
  await archive.sweep();
  await forgetUnshownPeople(database.orm);
  await idempotency.sweep();
  await outbox.sweep(recordMs);
  // Before conversations go, and what is known of their pictures with them.
  await giveBackOld(unanswered);
  await conversations.sweep(conversationMs);
  await sweepRateWindows(database);
  const isOld = sql`now() - make_interval(secs => ${recordMs / 1000}::double precision)`;
  await database.orm.delete(generations).where(lt(generations.finishedAt, isOld));
  await ownStyles.sweep();
  await database.orm
    .delete(batches)
    .where(
      and(
        lt(batches.createdAt, isOld),
        sql`not exists (select 1 from ${generations} where ${generations.batchId} = ${batches.id})`,
      ),
    );
}
