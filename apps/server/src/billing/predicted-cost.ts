import { and, avg, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import type { Billing } from './billing.js';
import { CREDITS_PER_AVATAR } from './price.js';

const { generations } = schema;
/** Core-seconds of an avatar where nothing was measured yet. */
const USUAL_CORE_SECONDS = 4;
const SECONDS_PER_HOUR = 3600;

export interface PredictionParts {
  readonly database: Database;
  readonly billing: Billing;
  /** US dollars. */
  readonly pricePerCoreHour: number;
}

/** What an avatar of a style will probably cost, from what those of the last days did, on this server. */
export async function predictedCost(
  { database, billing, pricePerCoreHour }: PredictionParts,
  accountId: string,
  style: string,
): Promise<{ credits: number; cost: number }> {
  const [measured] = await database.orm
    .select({ cost: avg(generations.cost) })
    .from(generations)
    .where(
      and(
        eq(generations.style, style),
        eq(generations.status, 'succeeded'),
        isNotNull(generations.finishedAt),
        gt(generations.finishedAt, sql`now() - interval '7 days'`),
      ),
    );
  const usual = (USUAL_CORE_SECONDS / SECONDS_PER_HOUR) * pricePerCoreHour;
  const { billing: kind } = await billing.balance(accountId);
  return {
    credits: kind === 'credits' ? CREDITS_PER_AVATAR : 0,
    cost: measured.cost === null ? usual : Number(measured.cost),
  };
}
