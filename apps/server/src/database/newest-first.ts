import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** Part of a list that begins with the newest. */
export interface PageQuery {
  readonly limit: number;
  /** Id of the last one that was shown. */
  readonly before?: string | undefined;
}

/** What comes behind a row in a list by time, the newest first. */
export const comesAfter = (
  table: PgTable & { readonly createdAt: AnyColumn; readonly id: AnyColumn },
  id: string,
): SQL =>
  sql`(${table.createdAt}, ${table.id}) < (select shown.created_at, shown.id from ${table} shown where shown.id = ${id})`;

/** The page of rows that were asked for with one more than fits, and where the next one begins; undefined on the last. */
export function cutPage<Row extends { readonly id: string }>(
  rows: readonly Row[],
  limit: number,
): { readonly page: readonly Row[]; readonly next: string | undefined } {
  const page = rows.slice(0, limit);
  return { page, next: rows.length > limit ? page[page.length - 1].id : undefined };
}
