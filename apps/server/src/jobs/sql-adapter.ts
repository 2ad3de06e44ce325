import { sql, type SQL } from 'drizzle-orm';
import type { Database, Orm } from '../database/index.js';

interface QueueDatabase {
  executeSql(text: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** The server's database as pg-boss uses one. */
export const queueDatabase = (database: Database): QueueDatabase => ({
  executeSql: async (text, values) => ({ rows: [...(await database.query(text, values)).rows] }),
});

/** A transaction of ours as pg-boss uses a database, so that a job is queued with what it is about, or not at all. */
export const queueTransaction = (transaction: Orm): QueueDatabase => ({
  executeSql: async (text, values) => {
    const result = (await transaction.execute(bound(text, values))) as { rows: Record<string, unknown>[] };
    return { rows: result.rows };
  },
});

/** `$1`-style SQL as drizzle's, which numbers its values itself. */
function bound(text: string, values: readonly unknown[]): SQL {
  const parts = text.split(/\$(\d+)/);
  return sql.join(
    parts.map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql.param(values[Number(part) - 1]))),
  );
}
