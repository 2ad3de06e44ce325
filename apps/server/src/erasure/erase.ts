import { createHash } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { personBound, type AccountDirectory } from '../accounts/index.js';
import { noteAudit } from '../audit/index.js';
import { eraseConversations } from '../conversations/index.js';
import { schema, type Database } from '../database/index.js';
import { newId, recordOf, type GenerationSignals, type GenerationStore } from '../generations/index.js';
import type { ObjectArchive } from '../storage/index.js';

const { avatarGroups, avatarLooks, batches, erasures, generations, idempotencyKeys, webhookDeliveries } =
  schema;

export interface ErasureParts {
  readonly database: Database;
  readonly archive: ObjectArchive;
  readonly store: GenerationStore;
  readonly signals: GenerationSignals;
  readonly directory: AccountDirectory;
  /** Who asks for it. */
  readonly actor: schema.AuditActor;
}

/** What was erased, to be shown to whoever asked for it. It names nobody. */
export interface ErasureReceipt {
  /** `era_…` */
  readonly id: string;
  readonly scope: schema.ErasureScope;
  readonly erasedAt: Date;
  /** By kind: `generations`, `objects`, `answers`, `messages`, `groups`, `conversations`. */
  readonly removed: Readonly<Record<string, number>>;
}

const STEP = 200;

/**
 * Erases everything of one person of an account, whom its requests named by `reference`: records, avatars, kept
 * photos, events, answers of repeated requests, messages, and conversations. What still runs is cancelled.
 */
export async function erasePerson(
  parts: ErasureParts,
  accountId: string,
  reference: string,
): Promise<ErasureReceipt> {
  const removed = { generations: 0, objects: 0, answers: 0, messages: 0, conversations: 0 };
  const { orm } = parts.database;
  for (;;) {
    const rows = await orm
      .select()
      .from(generations)
      .where(and(eq(generations.accountId, accountId), eq(generations.reference, reference)))
      .limit(STEP);
    if (rows.length === 0) break;
    for (const row of rows) {
      await stop(parts, accountId, row.id, row.status);
      const { avatar, request } = recordOf(row);
      removed.objects += (await parts.archive.removeOf(row.id)).removed;
      for (const inputId of new Set([avatar?.inputId, request.inputId]))
        if (inputId !== undefined && (await parts.archive.remove(accountId, inputId))) removed.objects++;
    }
    const ids = rows.map(({ id }) => id);
    const bound = [...ids, ...rows.flatMap(({ batchId }) => batchId ?? [])];
    const answers = await orm
      .delete(idempotencyKeys)
      .where(and(eq(idempotencyKeys.accountId, accountId), inArray(idempotencyKeys.boundTo, bound)))
      .returning({ key: idempotencyKeys.key });
    const messages = await orm
      .delete(webhookDeliveries)
      .where(and(eq(webhookDeliveries.accountId, accountId), inArray(webhookDeliveries.generationId, ids)))
      .returning({ id: webhookDeliveries.id });
    await orm.delete(generations).where(inArray(generations.id, ids));
    await orm
      .delete(batches)
      .where(
        and(
          inArray(batches.id, bound),
          sql`not exists (select 1 from ${generations} where ${generations.batchId} = ${batches.id})`,
        ),
      );
    removed.generations += ids.length;
    removed.answers += answers.length;
    removed.messages += messages.length;
  }
  const others = await orm
    .delete(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.accountId, accountId),
        eq(idempotencyKeys.boundTo, personBound(accountId, reference)),
      ),
    )
    .returning({ key: idempotencyKeys.key });
  removed.answers += others.length;
  const talks = await eraseConversations(parts.database, parts.archive, { accountId, reference });
  removed.objects += talks.objects;
  removed.conversations = talks.conversations;
  const groups = await eraseGroups(parts, accountId, reference, removed);
  // It rewrites whole tables: not for somebody of whom there was nothing.
  if (groups > 0 || Object.values(removed).some((count) => count > 0)) await parts.database.scrub();
  return receipt(parts, {
    scope: 'person',
    accountId,
    subject: `${accountId}\n${reference}`,
    removed: { ...removed, groups },
  });
}

/** Groups of the person, and the photos in them. @returns how many groups */
async function eraseGroups(
  { database: { orm }, archive }: ErasureParts,
  accountId: string,
  reference: string,
  removed: { objects: number },
): Promise<number> {
  const isTheirs = and(eq(avatarGroups.accountId, accountId), eq(avatarGroups.name, reference));
  const photos = await orm
    .select({ imageId: avatarLooks.imageId })
    .from(avatarLooks)
    .innerJoin(avatarGroups, eq(avatarGroups.id, avatarLooks.groupId))
    .where(isTheirs);
  for (const { imageId } of photos) if (await archive.remove(accountId, imageId)) removed.objects++;
  return (await orm.delete(avatarGroups).where(isTheirs).returning({ id: avatarGroups.id })).length;
}

/** Erases an account with everything that is of it. @returns undefined when there is none */
export async function eraseAccount(
  parts: ErasureParts,
  accountId: string,
): Promise<ErasureReceipt | undefined> {
  const { database, archive, directory } = parts;
  if ((await directory.find(accountId)) === undefined) return undefined;
  // First nothing new comes in, then what runs ends, then everything goes.
  for (const { prefix, revokedAt } of await directory.listKeys(accountId))
    if (revokedAt === null) await directory.revokeKey(prefix);
  const isTheirs = eq(generations.accountId, accountId);
  const running = await database.orm
    .select({ id: generations.id, status: generations.status })
    .from(generations)
    .where(and(isTheirs, inArray(generations.status, ['queued', 'running'])));
  for (const { id, status } of running) await stop(parts, accountId, id, status);
  const [{ count }] = (
    await database.query('select count(*)::int as count from generations where account_id = $1', [accountId])
  ).rows;
  const { removed: objects } = await archive.removeAccount(accountId);
  await directory.remove(accountId);
  // What a run wrote while its row was going.
  await archive.removeStrays(accountId);
  await database.scrub();
  return receipt(parts, {
    scope: 'account',
    accountId,
    subject: accountId,
    removed: { generations: Number(count), objects },
  });
}

async function stop(
  { store, signals }: ErasureParts,
  accountId: string,
  id: string,
  status: schema.GenerationStatus,
): Promise<void> {
  if (status !== 'queued' && status !== 'running') return;
  // It may end by itself in this moment, which is as good.
  await store.cancel(accountId, id).catch(() => undefined);
  await signals.send('cancelled', id);
}

interface Erased {
  readonly scope: schema.ErasureScope;
  readonly accountId: string;
  readonly subject: string;
  readonly removed: Readonly<Record<string, number>>;
}

async function receipt(
  { database, actor }: ErasureParts,
  { scope, accountId, subject, removed }: Erased,
): Promise<ErasureReceipt> {
  const id = newId('era');
  const subjectHash = createHash('sha256').update(subject).digest('hex');
  const erasedAt = new Date();
  await database.transaction(async (transaction) => {
    const written = await transaction
      .insert(erasures)
      .values({ id, scope, subjectHash, removed, createdAt: erasedAt })
      .onConflictDoNothing()
      .returning({ id: erasures.id });
    // The connection was lost behind it, and it was done again.
    if (written.length === 0) return;
    await noteAudit(transaction, { action: `${scope}-erased`, actor, accountId, facts: { receipt: id } });
  });
  return { id, scope, erasedAt, removed };
}
