import type { Style } from '@avatar/styles';
import { and, count, desc, eq, inArray, isNotNull, isNull, ne, sql, type SQL } from 'drizzle-orm';
import { comesAfter, cutPage, schema, type Database, type Orm, type PageQuery } from '../database/index.js';
import { ownStyleOf, type FittedStyle, type OwnStyle, type StylePreview } from './own-style.js';
import { readOwnStyleToken } from './own-style-token.js';

const { generations, ownStyles } = schema;

/** What the job of a style works on. */
export interface StyleJob {
  readonly name: string;
  readonly leastExamples: number;
  /** Stored objects in the order in which the pictures were given. */
  readonly pictures: readonly string[];
  readonly previewPhoto: string | undefined;
}

export interface NewOwnStyle extends StyleJob {
  readonly token: string;
  readonly accountId: string;
  readonly callbackUrl: string | undefined;
}

/** Styles of accounts' own. Every look names the account, so that nobody finds another one's. */
export class OwnStyleStore {
  constructor(private readonly database: Database) {}

  /** In the transaction that queues its job. */
  async insert(transaction: Orm, { token: id, pictures, ...style }: NewOwnStyle): Promise<void> {
    const values = { ...style, id, pictures, examples: pictures.length };
    // The connection may be lost after the commit, and then all is done again.
    await transaction.insert(ownStyles).values(values).onConflictDoNothing();
  }

  async find(accountId: string, token: string, orm: Orm = this.database.orm): Promise<OwnStyle | undefined> {
    const [found] = await rowsOf(orm, and(eq(ownStyles.accountId, accountId), eq(ownStyles.id, token)));
    return found;
  }

  /** The newest first. */
  async page(
    accountId: string,
    { limit, before }: PageQuery,
  ): Promise<{ readonly styles: readonly OwnStyle[]; readonly next: string | undefined }> {
    const isIn = [eq(ownStyles.accountId, accountId)];
    if (before !== undefined) isIn.push(comesAfter(ownStyles, before));
    const rows = await rowsOf(this.database.orm, and(...isIn), limit + 1);
    const { page, next } = cutPage(
      rows.map((style) => ({ id: style.token, style })),
      limit,
    );
    return { styles: page.map(({ style }) => style), next };
  }

  /** How many an account has beside the one with this token, and how many of them are not made yet. */
  async countOf(
    accountId: string,
    exceptToken: string,
    orm: Orm = this.database.orm,
  ): Promise<{ readonly all: number; readonly unfinished: number }> {
    const [counts] = await orm
      .select({
        all: count(),
        unfinished: sql<number>`count(*) filter (where ${inArray(generations.status, ['queued', 'running'])})::int`,
      })
      .from(ownStyles)
      .leftJoin(generations, eq(generations.id, ownStyles.id))
      .where(and(eq(ownStyles.accountId, accountId), ne(ownStyles.id, exceptToken)));
    return counts;
  }

  /** @returns whether there is such a style */
  async rename(accountId: string, token: string, name: string): Promise<boolean> {
    const renamed = await this.database.orm
      .update(ownStyles)
      .set({ name })
      .where(and(eq(ownStyles.accountId, accountId), eq(ownStyles.id, token)))
      .returning({ id: ownStyles.id });
    return renamed.length > 0;
  }

  /** The row only: its job is cancelled and its pictures are removed before. @returns whether there was one */
  async remove(accountId: string, token: string): Promise<boolean> {
    const removed = await this.database.orm
      .delete(ownStyles)
      .where(and(eq(ownStyles.accountId, accountId), eq(ownStyles.id, token)))
      .returning({ id: ownStyles.id });
    return removed.length > 0;
  }

  /** Undefined when the style is deleted, or made. */
  async jobOf(token: string): Promise<StyleJob | undefined> {
    const [row] = await this.database.orm
      .select()
      .from(ownStyles)
      .where(and(eq(ownStyles.id, token), isNotNull(ownStyles.pictures)));
    if (row === undefined) return undefined;
    const { name, leastExamples, pictures, previewPhoto } = row;
    return { name, leastExamples, pictures: pictures ?? [], previewPhoto: previewPhoto ?? undefined };
  }

  async looked(token: string, looked: number): Promise<void> {
    await this.database.orm.update(ownStyles).set({ looked }).where(eq(ownStyles.id, token));
  }

  /** In the transaction that ends its job. */
  async keep(
    transaction: Orm,
    token: string,
    made: FittedStyle,
    previews: readonly StylePreview[],
    creditsCharged: number,
  ): Promise<void> {
    await transaction
      .update(ownStyles)
      .set({
        made: { ...made },
        previews: previews.map((preview) => ({ ...preview })),
        creditsCharged,
        pictures: null,
        previewPhoto: null,
      })
      .where(eq(ownStyles.id, token));
  }

  /** A style or one of its variants, to make avatars in. Undefined when there is none, or it is not made. */
  async styleOf(accountId: string, token: string): Promise<Style | undefined> {
    const read = readOwnStyleToken(token);
    const own = read && (await this.find(accountId, read.style));
    if (own?.made === undefined) return undefined;
    return read?.variant === undefined ? own.made.style : own.made.variants.at(read.variant - 1)?.style;
  }

  /** Forgets those that came to nothing, when the records of their jobs have had their time. */
  async sweep(): Promise<void> {
    await this.database.orm
      .delete(ownStyles)
      .where(
        and(
          isNull(ownStyles.made),
          sql`not exists (select 1 from ${generations} where ${generations.id} = ${ownStyles.id})`,
        ),
      );
  }
}

async function rowsOf(orm: Orm, condition: SQL | undefined, limit = 1): Promise<OwnStyle[]> {
  const rows = await orm
    .select({ style: ownStyles, status: generations.status, error: generations.error })
    .from(ownStyles)
    .leftJoin(generations, eq(generations.id, ownStyles.id))
    .where(condition)
    .orderBy(desc(ownStyles.createdAt), desc(ownStyles.id))
    .limit(limit);
  return rows.map(({ style, ...job }) => ownStyleOf(style, job));
}
