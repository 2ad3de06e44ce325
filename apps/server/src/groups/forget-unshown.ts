import { and, eq, sql } from 'drizzle-orm';
import { schema, type Orm } from '../database/index.js';

const { avatarGroups, avatarLooks, storedObjects } = schema;

/** What was measured in photos goes with the last picture of the person. @param id of one group; all when undefined */
export async function forgetUnshownPeople(orm: Orm, id?: string): Promise<void> {
  const isUnshown = sql`not exists (select 1 from ${avatarLooks}
    join ${storedObjects} on ${storedObjects.key} = ${avatarLooks.imageId}
      or (${storedObjects.generationId} = ${avatarLooks.imageId} and ${storedObjects.kind} = 'output')
    where ${avatarLooks.groupId} = ${avatarGroups.id}
      and (${storedObjects.expiresAt} is null or ${storedObjects.expiresAt} > now()))`;
  await orm
    .update(avatarGroups)
    .set({ character: null, isMeasured: false, training: 'pending', updatedAt: sql`now()` })
    .where(
      and(
        eq(avatarGroups.isMeasured, true),
        isUnshown,
        id === undefined ? undefined : eq(avatarGroups.id, id),
      ),
    );
}
