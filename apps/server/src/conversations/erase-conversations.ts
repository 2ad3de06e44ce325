import { and, eq, or, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import type { ObjectArchive } from '../storage/index.js';
import type { ShownPicture } from './stored-state.js';

const { conversations, conversationTurns } = schema;

/** Forgets all conversations that were ever about a person, with photos and pictures. @returns what is gone */
export async function eraseConversations(
  { orm }: Database,
  archive: ObjectArchive,
  { accountId, reference }: { readonly accountId: string; readonly reference: string },
): Promise<{ readonly conversations: number; readonly objects: number }> {
  const isAbout = or(
    eq(conversations.reference, reference),
    sql`${conversations.state}->'references' @> ${JSON.stringify([reference])}::jsonb`,
  );
  const rows = await orm
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.accountId, accountId), isAbout));
  let objects = 0;
  for (const { id } of rows) {
    const turns = await orm
      .select({ pictures: conversationTurns.pictures })
      .from(conversationTurns)
      .where(eq(conversationTurns.conversationId, id));
    for (const { generationId } of turns.flatMap(({ pictures }) => pictures as unknown as ShownPicture[]))
      objects += (await archive.removeOf(generationId)).removed;
    objects += await archive.removeSeries(accountId, id);
    await orm.delete(conversations).where(eq(conversations.id, id));
  }
  return { conversations: rows.length, objects };
}
