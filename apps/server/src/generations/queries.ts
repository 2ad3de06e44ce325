import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { schema, type Database, type Orm } from '../database/index.js';
import { recordOf, type GenerationRecord } from './record.js';

const { batches, generations, storedObjects } = schema;

/** The generations of a batch in the order in which their photos were sent; none without such a batch. */
export async function batchRecords(
  { orm }: Database,
  accountId: string,
  batchId: string,
): Promise<readonly GenerationRecord[]> {
  const rows = await orm
    .select({ generation: generations })
    .from(generations)
    .innerJoin(batches, eq(batches.id, generations.batchId))
    .where(and(eq(batches.id, batchId), eq(batches.accountId, accountId)))
    .orderBy(asc(generations.batchIndex));
  return rows.map(({ generation }) => recordOf(generation));
}

/** Those of the generations that an account has, in any order. */
export async function recordsOf(
  { orm }: Database,
  accountId: string,
  ids: readonly string[],
): Promise<readonly GenerationRecord[]> {
  if (ids.length === 0) return [];
  const areTheirs = and(inArray(generations.id, [...ids]), eq(generations.accountId, accountId));
  return (await orm.select().from(generations).where(areTheirs)).map(recordOf);
}

/** A batch with what was kept of its request; undefined without such a one. */
export async function batchOf(
  database: Database,
  accountId: string,
  batchId: string,
): Promise<
  | { readonly request: Readonly<Record<string, unknown>>; readonly records: readonly GenerationRecord[] }
  | undefined
> {
  const isTheirs = and(eq(batches.id, batchId), eq(batches.accountId, accountId));
  const [row] = await database.orm.select({ request: batches.request }).from(batches).where(isTheirs);
  if (row === undefined) return undefined;
  const records = await batchRecords(database, accountId, batchId);
  return records.length === 0 ? undefined : { request: row.request, records };
}

/**
 * Whether this was the last generation of its batch to end, in the transaction that ended it. Of several that end at
 * once, one is told.
 * @returns all of the batch; undefined while some of it has not ended
 */
export async function endedBatch(
  transaction: Orm,
  batchId: string,
): Promise<readonly GenerationRecord[] | undefined> {
  // Who ends another one of it now waits here, and then sees this end.
  await transaction.select({ id: batches.id }).from(batches).where(eq(batches.id, batchId)).for('update');
  const rows = await transaction
    .select()
    .from(generations)
    .where(eq(generations.batchId, batchId))
    .orderBy(asc(generations.batchIndex));
  const isRunning = rows.some(({ status }) => status === 'queued' || status === 'running');
  return isRunning ? undefined : rows.map(recordOf);
}

/**
 * Writes down what a person said to an avatar. @returns its style and platform; undefined where there is no finished
 * avatar
 */
export async function writeChoice(
  { orm }: Database,
  accountId: string,
  id: string,
  choice: schema.Choice,
): Promise<{ readonly style: string | null; readonly platform: string | null } | undefined> {
  const [changed] = await orm
    .update(generations)
    .set({ choice })
    .where(
      and(eq(generations.id, id), eq(generations.accountId, accountId), eq(generations.status, 'succeeded')),
    )
    .returning({ style: generations.style, platform: generations.platform });
  return changed;
}

/** A stored result without its pictures, by both names that they had, and without the person that was measured. */
const withoutPictures = sql`${generations.result} - 'pictures' - 'kept' #- '{avatar,character}' #- '{avatar,measured}' #- '{avatar,unsupported}'`;

/**
 * Takes the pictures, and the character that was measured from the photo, out of a record when they are deleted: its
 * answer has no links that lead nowhere.
 */
export async function forgetPictures({ orm }: Database, id: string): Promise<void> {
  await orm.update(generations).set({ result: withoutPictures }).where(eq(generations.id, id));
}

/** The same for all whose pictures have had their time; to be called before the pictures themselves are removed. */
export async function forgetExpiredPictures({ orm }: Database): Promise<void> {
  const expired = orm
    .select({ id: storedObjects.generationId })
    .from(storedObjects)
    .where(and(eq(storedObjects.kind, 'output'), lte(storedObjects.expiresAt, sql`now()`)));
  await orm.update(generations).set({ result: withoutPictures }).where(inArray(generations.id, expired));
}

/** Whether the avatar of a generation still lies in the store. */
export async function hasPicture({ orm }: Database, id: string): Promise<boolean> {
  const found = await orm
    .select({ key: storedObjects.key })
    .from(storedObjects)
    .where(and(eq(storedObjects.generationId, id), eq(storedObjects.kind, 'output')));
  return found.length > 0;
}
