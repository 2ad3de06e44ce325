import { and, asc, eq, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import type { ClaimedJob, GenerationStore } from '../generations/index.js';

const { generations, jobTurns } = schema;

export interface JobLineParts {
  readonly database: Database;
  readonly store: GenerationStore;
  readonly workerId: string;
  /** Styles take minutes and wait in a line of their own, so that avatars do not wait for them. Default: avatars. */
  readonly line?: JobLine;
}

export type JobLine = 'avatars' | 'styles';

/** Which rows wait in a line, as SQL. */
const LINES: Readonly<Record<JobLine, string>> = { avatars: `kind <> 'style'`, styles: `kind = 'style'` };

/** Accounts that are tried in one look: other processes may take the last job of the first ones meanwhile. */
const ACCOUNTS_AT_ONCE = 8;

/**
 * Accounts that have jobs waiting, whoever had no turn for the longest time first. It goes from account to account by
 * the index (a loose index scan), so a long queue of one account costs nothing.
 */
const waitingAccounts = (isOfLine: string) => `
  with recursive waiting as (
    (select account_id from generations where status = 'queued' and ${isOfLine} order by account_id limit 1)
    union all
    select (select g.account_id from generations g
            where g.status = 'queued' and g.${isOfLine} and g.account_id > w.account_id order by g.account_id limit 1)
    from waiting w where w.account_id is not null)
  select w.account_id as id, coalesce((a.settings->>'jobsPerTurn')::int, 1) as per_turn
  from waiting w join accounts a on a.id = w.account_id left join job_turns t on t.account_id = w.account_id
  order by t.turn_at nulls first, w.account_id limit ${ACCOUNTS_AT_ONCE}`;

/**
 * Takes the next job: accounts come in turns, and of an account the job that came first. The row of the generation is
 * the whole queue: it waits as long as its status says so, and is taken by one statement that says something else.
 */
export async function takeNextJob({
  database,
  store,
  workerId,
  line = 'avatars',
}: JobLineParts): Promise<ClaimedJob | undefined> {
  const { rows } = await database.query(waitingAccounts(LINES[line]));
  for (const { id, per_turn } of rows) {
    const accountId = String(id);
    const job = await database.transaction(async (transaction) => {
      const [next] = await transaction
        .select({ id: generations.id })
        .from(generations)
        .where(
          and(eq(generations.accountId, accountId), eq(generations.status, 'queued'), sql.raw(LINES[line])),
        )
        .orderBy(asc(generations.createdAt), asc(generations.batchIndex), asc(generations.id))
        .limit(1)
        .for('update', { skipLocked: true });
      if (next === undefined) return undefined;
      const { taken, turnAt } = jobTurns;
      const isOver = sql`${taken} + 1 >= ${Number(per_turn)}`;
      await transaction
        .insert(jobTurns)
        .values({ accountId, turnAt: sql`clock_timestamp()`, taken: 0 })
        .onConflictDoUpdate({
          target: jobTurns.accountId,
          set: {
            turnAt: sql`case when ${isOver} then clock_timestamp() else ${turnAt} end`,
            taken: sql`case when ${isOver} then 0 else ${taken} + 1 end`,
          },
        });
      return store.claim(transaction, next.id, workerId);
    });
    if (job === undefined) continue;
    store.leases.hold(job.lease);
    return job;
  }
  return undefined;
}
