import { and, eq } from 'drizzle-orm';
import { schema, type Orm } from '../database/index.js';
import type { Lease, NewGeneration, Outcome } from './lease.js';
import { recordOf, type GenerationRecord, type GenerationRow } from './record.js';
import { requestToStore } from './stored-versions.js';

const { generations } = schema;

/** Writes a row, or finds it: the connection may be lost after the commit, and then all is done again. */
export async function insertGeneration(
  orm: Orm,
  { id, accountId, request, kind, inputKey, createdAt, batch }: NewGeneration,
  state: Partial<typeof generations.$inferInsert> & { readonly status: schema.GenerationStatus },
): Promise<GenerationRow> {
  const { options, series, callbackUrl, callbackId } = request;
  const values = {
    id,
    accountId,
    kind,
    request: requestToStore(request),
    inputKey,
    createdAt,
    batchId: batch?.id,
    batchIndex: batch?.index,
    style: options.style,
    platform: options.platform,
    series,
    reference: request.reference,
    callbackUrl,
    callbackId,
    ...state,
  };
  const [row] = await orm.insert(generations).values(values).onConflictDoNothing().returning();
  return row ?? (await orm.select().from(generations).where(eq(generations.id, id)))[0];
}

/** The same end by the same delivery, whose commit was not heard of because the connection was lost. */
export async function finishedBefore(
  orm: Orm,
  { id, delivery }: Lease,
  outcome: Outcome,
): Promise<GenerationRecord | undefined> {
  const isIt = and(
    eq(generations.id, id),
    eq(generations.status, outcome.status),
    eq(generations.deliveries, delivery),
  );
  const [row] = await orm.select().from(generations).where(isIt);
  const record = row && recordOf(row);
  const isOurs = !('result' in outcome) || record?.pictures?.avatarKey === outcome.result.pictures?.avatarKey;
  return isOurs ? record : undefined;
}
