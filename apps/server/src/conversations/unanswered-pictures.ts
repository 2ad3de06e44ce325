import { eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import { schema, type Database, type Orm } from '../database/index.js';
import type { GenerationStore } from '../generations/index.js';
import type { ObjectArchive } from '../storage/index.js';

const { unansweredPictures } = schema;

export interface UnansweredParts {
  readonly database: Database;
  readonly billing: {
    readonly refund: (transaction: Orm, accountId: string, credits: number) => Promise<void>;
  };
  readonly store: Pick<GenerationStore, 'refund'>;
  readonly archive: Pick<ObjectArchive, 'removeOf'>;
}

/** The longest turn: four pictures, each with the longest deadline, and as much again. */
const LONGEST_TURN_MS = 2 * 4 * 600_000;
const STEP = 200;

export type UnansweredPicture = typeof unansweredPictures.$inferInsert;

/** In the transaction that begins a picture or charges for it, or before it is kept. The latest word on its credits counts. */
export async function noteUnanswered(transaction: Orm, picture: UnansweredPicture): Promise<void> {
  const { credits = null } = picture;
  await transaction
    .insert(unansweredPictures)
    .values(picture)
    .onConflictDoUpdate({ target: unansweredPictures.generationId, set: { credits } });
}

/** In the transaction that writes the answer down. */
export async function noteAnswered(transaction: Orm, generationIds: readonly string[]): Promise<void> {
  if (generationIds.length > 0)
    await transaction
      .delete(unansweredPictures)
      .where(inArray(unansweredPictures.generationId, [...generationIds]));
}

/** Pictures of a message that failed behind them: nobody sees them. */
export const giveBack = (parts: UnansweredParts, generationIds: readonly string[]): Promise<void> =>
  generationIds.length === 0
    ? Promise.resolve()
    : giveBackWhere(parts, inArray(unansweredPictures.generationId, [...generationIds]));

/** Pictures whose server died before the answer. @param afterMs default: when no turn can be running any more */
export const giveBackOld = (parts: UnansweredParts, afterMs = LONGEST_TURN_MS): Promise<void> =>
  giveBackWhere(
    parts,
    lt(
      unansweredPictures.createdAt,
      sql`clock_timestamp() - make_interval(secs => ${afterMs / 1000}::double precision)`,
    ),
  );

/** Each once: what was given back is known no more. Nor is it kept: nobody was shown it, and nobody paid. */
async function giveBackWhere(
  { database, billing, store, archive }: UnansweredParts,
  which: SQL,
): Promise<void> {
  const rows = await database.orm.select().from(unansweredPictures).where(which).limit(STEP);
  for (const { generationId, accountId, credits } of rows) {
    const isIt = eq(unansweredPictures.generationId, generationId);
    if (credits === null) await store.refund(accountId, generationId);
    const isUnseen = await database.transaction(async (transaction) => {
      const gone = await transaction.delete(unansweredPictures).where(isIt).returning();
      if (gone.length > 0 && credits) await billing.refund(transaction, accountId, credits);
      return gone.length > 0;
    });
    if (isUnseen) await archive.removeOf(generationId);
  }
}
