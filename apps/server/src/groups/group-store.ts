import { randomBytes } from 'node:crypto';
import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import { forgetUnshownPeople } from './forget-unshown.js';

const { accounts, avatarGroups, avatarLooks } = schema;

export type Group = typeof avatarGroups.$inferSelect;
export type Look = typeof avatarLooks.$inferSelect;
type Character = NonNullable<Group['character']>;

export interface NewLook {
  readonly name: string;
  /** `avt_…` or `inp_…` */
  readonly imageId: string;
}

/** A person as data, and whether that was measured from photos. */
export interface KnownPerson {
  readonly character: Character;
  readonly isMeasured: boolean;
}

/** What a training came to. */
export type Training = KnownPerson | { readonly error: string };

/** Of one account: more than anybody chooses from. */
export const MOST_GROUPS = 1_000;

const newId = (): string => randomBytes(16).toString('hex');
/** What is no id has no row either; the database refuses some texts altogether. */
const isId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** People whom accounts show in several pictures. Whatever is of another account is not there. */
export class GroupStore {
  constructor(private readonly database: Database) {}

  /**
   * A group with its first look, which has the same id.
   *
   * @param person where they are known already
   * @returns undefined when the account has `MOST_GROUPS`
   */
  async create(
    accountId: string,
    { name, imageId }: NewLook,
    person?: KnownPerson,
  ): Promise<Group | undefined> {
    const id = newId();
    return this.database.transaction(async (transaction) => {
      // One after the other, so that none passes the limit.
      await transaction.select().from(accounts).where(eq(accounts.id, accountId)).for('update');
      // The connection was lost behind the commit, and this is the next try.
      const [made] = await transaction.select().from(avatarGroups).where(eq(avatarGroups.id, id));
      if (made !== undefined) return made;
      const [{ n }] = await transaction
        .select({ n: count() })
        .from(avatarGroups)
        .where(eq(avatarGroups.accountId, accountId));
      if (n >= MOST_GROUPS) return undefined;
      const [group] = await transaction
        .insert(avatarGroups)
        .values({ id, accountId, name, ...person })
        .returning();
      await transaction.insert(avatarLooks).values({ id, groupId: id, name, imageId });
      return group;
    });
  }

  /** @returns undefined when the account has no such group */
  async find(accountId: string, id: string): Promise<Group | undefined> {
    if (!isId(id)) return undefined;
    const { orm } = this.database;
    await forgetUnshownPeople(orm, id);
    const [group] = await orm
      .select()
      .from(avatarGroups)
      .where(and(eq(avatarGroups.id, id), eq(avatarGroups.accountId, accountId)));
    return group;
  }

  /** The newest first, with how many looks each has and its first one. */
  async list(
    accountId: string,
  ): Promise<
    readonly { readonly group: Group; readonly looks: number; readonly imageId: string | undefined }[]
  > {
    const { orm } = this.database;
    const groups = await orm
      .select()
      .from(avatarGroups)
      .where(eq(avatarGroups.accountId, accountId))
      .orderBy(desc(avatarGroups.createdAt))
      .limit(MOST_GROUPS);
    const ids = groups.map(({ id }) => id);
    if (ids.length === 0) return [];
    const counts = await orm
      .select({ groupId: avatarLooks.groupId, looks: count() })
      .from(avatarLooks)
      .where(inArray(avatarLooks.groupId, ids))
      .groupBy(avatarLooks.groupId);
    // The first look has the id of its group.
    const firsts = await orm.select().from(avatarLooks).where(inArray(avatarLooks.id, ids));
    return groups.map((group) => ({
      group,
      looks: counts.find(({ groupId }) => groupId === group.id)?.looks ?? 0,
      imageId: firsts.find(({ id }) => id === group.id)?.imageId,
    }));
  }

  /** @returns undefined when the group would have more than `most` */
  async addLooks(
    group: Group,
    looks: readonly NewLook[],
    most: number,
  ): Promise<readonly Look[] | undefined> {
    const values = looks.map((look) => ({ ...look, id: newId(), groupId: group.id }));
    const ids = values.map(({ id }) => id);
    return this.database.transaction(async (transaction) => {
      await transaction.select().from(avatarGroups).where(eq(avatarGroups.id, group.id)).for('update');
      const added = await transaction.select().from(avatarLooks).where(inArray(avatarLooks.id, ids));
      if (added.length > 0) return added;
      const [{ n }] = await transaction
        .select({ n: count() })
        .from(avatarLooks)
        .where(eq(avatarLooks.groupId, group.id));
      if (n + looks.length > most) return undefined;
      return transaction.insert(avatarLooks).values(values).returning();
    });
  }

  /** In the order in which they came. */
  async looks(groupId: string): Promise<readonly Look[]> {
    return this.database.orm
      .select()
      .from(avatarLooks)
      .where(eq(avatarLooks.groupId, groupId))
      .orderBy(asc(avatarLooks.createdAt), asc(avatarLooks.id));
  }

  async findLook(accountId: string, id: string): Promise<Look | undefined> {
    if (!isId(id)) return undefined;
    const [found] = await this.database.orm
      .select({ look: avatarLooks })
      .from(avatarLooks)
      .innerJoin(avatarGroups, eq(avatarGroups.id, avatarLooks.groupId))
      .where(and(eq(avatarLooks.id, id), eq(avatarGroups.accountId, accountId)));
    return found?.look;
  }

  async trained(groupId: string, training: Training): Promise<void> {
    const values =
      'error' in training
        ? { training: 'failed' as const, trainingError: training.error }
        : { training: 'ready' as const, trainingError: null, ...training };
    await this.database.orm
      .update(avatarGroups)
      .set({ ...values, updatedAt: sql`now()` })
      .where(eq(avatarGroups.id, groupId));
  }

  async remove(accountId: string, id: string): Promise<boolean> {
    const removed = await this.database.orm
      .delete(avatarGroups)
      .where(and(eq(avatarGroups.id, id), eq(avatarGroups.accountId, accountId)))
      .returning({ id: avatarGroups.id });
    return removed.length > 0;
  }
}
