import { and, desc, eq, isNull, ne, type SQL } from 'drizzle-orm';
import { comesAfter, cutPage, schema, type Database, type PageQuery } from '../database/index.js';
import { recordOf, type GenerationRecord } from './record.js';

const { generations } = schema;

const isAvatar = ne(generations.kind, 'style');

/** Part of a list that begins with the newest. */
export interface GenerationPage {
  readonly records: readonly GenerationRecord[];
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
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
  pageOf(database, accountId, query, [
    isAvatar,
    ...(status === undefined ? [] : [eq(generations.status, status)]),
  ]);

async function pageOf(
  { orm }: Database,
  accountId: string,
  { limit, before }: PageQuery,
  conditions: readonly SQL[],
): Promise<GenerationPage> {
  const isIn = [eq(generations.accountId, accountId), ...conditions];
  if (before !== undefined) isIn.push(comesAfter(generations, before));
  const rows = await orm
    .select()
    .from(generations)
    .where(and(...isIn))
    .orderBy(desc(generations.createdAt), desc(generations.id))
    .limit(limit + 1);
  const { page, next } = cutPage(rows, limit);
  return { records: page.map(recordOf), next };
}
