import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';

const { webhookDeliveries } = schema;

/** A message and what became of it, without what it says. */
export type ListedDelivery = Omit<typeof webhookDeliveries.$inferSelect, 'payload' | 'accountId'>;

export interface DeliveryPage {
  readonly deliveries: readonly ListedDelivery[];
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
}

export interface DeliveryQuery {
  readonly limit: number;
  /** Id of the last one that was shown. */
  readonly before?: string | undefined;
  readonly status?: schema.DeliveryStatus | undefined;
}

const { payload: _payload, accountId: _accountId, ...columns } = getTableColumns(webhookDeliveries);

const comesAfter = (id: string) =>
  sql`(${webhookDeliveries.createdAt}, ${webhookDeliveries.id})
    < (select d.created_at, d.id from ${webhookDeliveries} d where d.id = ${id})`;

/** Messages of an account, the newest first. */
export async function deliveryPage(
  { orm }: Database,
  accountId: string,
  { limit, before, status }: DeliveryQuery,
): Promise<DeliveryPage> {
  const rows = await orm
    .select(columns)
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.accountId, accountId),
        status === undefined ? undefined : eq(webhookDeliveries.status, status),
        before === undefined ? undefined : comesAfter(before),
      ),
    )
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(limit + 1);
  const deliveries = rows.slice(0, limit);
  return { deliveries, next: rows.length > limit ? deliveries[limit - 1].id : undefined };
}
