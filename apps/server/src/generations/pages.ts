import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import { recordOf, type GenerationRecord } from './record.js';

const { generations } = schema;

/** Part of a list that begins with the newest. */
export interface GenerationPage {
  readonly records: readonly GenerationRecord[];
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
}

export interface PageQuery {
  readonly limit: number;
  /** Id of the last one that was shown. */
  readonly before?: string | undefined;
}

/** What the checks would not decide alone and nobody has chosen yet. */
export const reviewPage = (
  database: Database,
  accountId: string,
  query: PageQuery,
): Promise<GenerationPage> =>
  pageOf(database, accountId, query, [
    eq(generations.decision, 'review'),
    eq(generations.status, 'succeeded'),
    isNull(generations.choice),
  ]);

/** Generations of an account, with one status or with any. */
export const jobPage = (
  database: Database,
  accountId: string,
  { status, ...query }: PageQuery & { readonly status?: schema.GenerationStatus | undefined },
): Promise<GenerationPage> =>
  pageOf(database, accountId, query, status === undefined ? [] : [eq(generations.status, status)]);

const comesAfter = (id: string) =>
  sql`(${generations.createdAt}, ${generations.id}) < (select g.created_at, g.id from ${generations} g where g.id = ${id})`;

async function pageOf(
  { orm }: Database,
  accountId: string,
  { limit, before }: PageQuery,
  conditions: readonly SQL[],
): Promise<GenerationPage> {
  const isIn = [eq(generations.accountId, accountId), ...conditions];
  if (before !== undefined) isIn.push(comesAfter(before));
  const rows = await orm
    .select()
    .from(generations)
    .where(and(...isIn))
    .orderBy(desc(generations.createdAt), desc(generations.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    records: page.map(recordOf),
    next: rows.length > limit ? page[page.length - 1].id : undefined,
  };
}
