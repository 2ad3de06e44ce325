import { and, avg, desc, eq, gt, ne, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import type { Billing } from './billing.js';
import { CREDITS_PER_AVATAR } from './price.js';

const { generations } = schema;
/** Core-seconds of an avatar where nothing was measured yet. */
const USUAL_CORE_SECONDS = 4;
/** The latest ones say enough, and are found quickly. */
const MEASURED_AVATARS = 100;
const SECONDS_PER_HOUR = 3600;

export interface PredictionParts {
  readonly database: Database;
  readonly billing: Billing;
  /** US dollars. */
  readonly pricePerCoreHour: number;
}

/** What an avatar of a style will probably cost, from what the account's last ones did. */
export async function predictedCost(
  { database, billing, pricePerCoreHour }: PredictionParts,
  accountId: string,
  style: string,
): Promise<{ credits: number; cost: number }> {
  const latest = database.orm
    .select({ cost: generations.cost })
    .from(generations)
    .where(
      and(
        eq(generations.accountId, accountId),
        eq(generations.style, style),
        // Making a style is a job of the same name.
        ne(generations.kind, 'style'),
        eq(generations.status, 'succeeded'),
        gt(generations.finishedAt, sql`now() - interval '7 days'`),
      ),
    )
    .orderBy(desc(generations.finishedAt))
    .limit(MEASURED_AVATARS)
    .as('latest');
  const [measured] = await database.orm.select({ cost: avg(latest.cost) }).from(latest);
  const usual = (USUAL_CORE_SECONDS / SECONDS_PER_HOUR) * pricePerCoreHour;
  const { billing: kind } = await billing.balance(accountId);
  return {
    credits: kind === 'credits' ? CREDITS_PER_AVATAR : 0,
    cost: measured.cost === null ? usual : Number(measured.cost),
  };
}
