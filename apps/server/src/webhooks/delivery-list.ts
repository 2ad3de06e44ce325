import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import { comesAfter, cutPage, schema, type Database, type PageQuery } from '../database/index.js';

const { webhookDeliveries } = schema;

/** A message and what became of it, without what it says. */
export type ListedDelivery = Omit<typeof webhookDeliveries.$inferSelect, 'payload' | 'accountId'>;

export interface DeliveryPage {
  readonly deliveries: readonly ListedDelivery[];
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
}

export interface DeliveryQuery extends PageQuery {
  readonly status?: schema.DeliveryStatus | undefined;
}

const { payload: _payload, accountId: _accountId, ...columns } = getTableColumns(webhookDeliveries);

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
        before === undefined ? undefined : comesAfter(webhookDeliveries, before),
      ),
    )
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(limit + 1);
  const { page: deliveries, next } = cutPage(rows, limit);
  return { deliveries, next };
}
