import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema/index.js';

/** The tables, through drizzle. A transaction has the same type. */
export type Orm = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface SqlResult {
  readonly rows: readonly Record<string, unknown>[];
}

/** The one database of a process, the same for its users whether it is embedded or a server of its own. */
export interface Database extends AsyncDisposable {
  /** `embedded`: this process is the only one that uses it. */
  readonly kind: 'embedded' | 'postgres';
  readonly orm: Orm;
  /**
   * Everything in `work` happens, or nothing does. Use only what it is given: other queries of the embedded database wait
   * for its end. Where the connection is lost, all of it is done again, so `work` has to bear being done twice;
   * `once` is for what cannot.
   */
  transaction<T>(work: (transaction: Orm) => Promise<T>, options?: { readonly once?: boolean }): Promise<T>;
  /** Plain SQL with `$1`-style values; several statements only without values. */
  query(text: string, values?: readonly unknown[]): Promise<SqlResult>;
  /**
   * Calls back with what is notified from now on. While a lost connection is being restored, messages are missed:
   * whoever has to know looks from time to time too.
   * @param channel lower-case letters and underscores
   * @returns stops listening
   */
  listen(channel: string, onMessage: (payload: string) => void): Promise<() => Promise<void>>;
  /** @param payload less than 8000 bytes */
  notify(channel: string, payload: string): Promise<void>;
  /**
   * After rows were deleted that are not to be found in any file: the embedded database writes its tables and its log
   * anew. A PostgreSQL does so by itself, with its vacuum and the end of its log and backups.
   */
  scrub(): Promise<void>;
  /** One short query, to see that the database answers. */
  ping(): Promise<void>;
}
