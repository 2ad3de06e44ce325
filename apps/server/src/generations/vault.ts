import { and, eq, inArray, isNotNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import type { KeyRing } from '../storage/key-ring.js';
import { objectPath } from '../storage/object-path.js';
import type { ObjectStore } from '../storage/object-store.js';

const { storedObjects, generations } = schema;

export interface NewObject {
  readonly accountId: string;
  readonly kind: schema.ObjectKind;
  /** Last part of the key. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Null: until its job ends. */
  readonly expiresAt: Date | null;
  readonly generationId?: string;
  readonly sessionId?: string | undefined;
}

/** Photos are encrypted where they lie; avatars are what is given away by signed links. */
const isSealed = (kind: schema.ObjectKind): boolean => kind === 'input' || kind === 'queued';

const SWEEP_BATCH = 200;

/**
 * Everything that is kept of anybody: an object with a row that says whose it is and until when. The row comes first and goes last, so
 * that whatever a crash leaves behind is found.
 */
export class Vault {
  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly keyRing: KeyRing,
  ) {}

  /** @returns its key */
  async put({ name, bytes, ...object }: NewObject): Promise<string> {
    const { accountId, kind, contentType, expiresAt, generationId, sessionId } = object;
    const key = objectPath(accountId, kind, name);
    const row = { accountId, kind, contentType, expiresAt, generationId, sessionId, sizeBytes: bytes.length };
    await this.database.orm
      .insert(storedObjects)
      .values({ key, ...row })
      .onConflictDoUpdate({ target: storedObjects.key, set: row });
    await this.store.put(key, isSealed(kind) ? this.keyRing.encrypt(bytes, key) : bytes, contentType);
    return key;
  }

  /** Undefined when there is none any more. */
  async get(key: string): Promise<{ bytes: Uint8Array; contentType: string } | undefined> {
    const [row] = await this.database.orm
      .select({ kind: storedObjects.kind, contentType: storedObjects.contentType })
      .from(storedObjects)
      .where(and(eq(storedObjects.key, key), sql`coalesce(${storedObjects.expiresAt} > now(), true)`));
    const bytes = row && (await this.store.get(key));
    if (bytes === undefined) return undefined;
    return {
      bytes: isSealed(row.kind) ? this.keyRing.decrypt(bytes, key) : bytes,
      contentType: row.contentType,
    };
  }

  /** Newest object that an account has of a kind for a generation or a session. */
  async find(
    kind: schema.ObjectKind,
    where: { readonly generationId: string } | { readonly accountId: string; readonly sessionId: string },
  ): Promise<string | undefined> {
    const [row] = await this.database.orm
      .select({ key: storedObjects.key })
      .from(storedObjects)
      .where(
        and(
          eq(storedObjects.kind, kind),
          'generationId' in where
            ? eq(storedObjects.generationId, where.generationId)
            : and(eq(storedObjects.accountId, where.accountId), eq(storedObjects.sessionId, where.sessionId)),
        ),
      )
      .orderBy(sql`${storedObjects.createdAt} desc`)
      .limit(1);
    return row?.key;
  }

  /** @returns how many there were */
  async removeKeys(keys: readonly string[]): Promise<number> {
    return keys.length === 0 ? 0 : this.#remove(inArray(storedObjects.key, [...keys]));
  }

  /** @returns how many there were */
  async removeOf(generationId: string, kinds: readonly schema.ObjectKind[]): Promise<number> {
    return this.#remove(
      and(eq(storedObjects.generationId, generationId), inArray(storedObjects.kind, [...kinds])),
    );
  }

  /** Removes what has expired, and photos whose job has ended or was never written down. @returns how many */
  async sweep(): Promise<number> {
    const unfinished = this.database.orm
      .select({ one: sql`1` })
      .from(generations)
      .where(
        and(
          eq(generations.id, storedObjects.generationId),
          inArray(generations.status, ['queued', 'running']),
        ),
      );
    const isOrphan = and(
      eq(storedObjects.kind, 'queued'),
      // A request that is being taken in has its photo before its row.
      sql`${storedObjects.createdAt} < now() - interval '1 minute'`,
      sql`not exists ${unfinished}`,
    );
    const isExpired = and(isNotNull(storedObjects.expiresAt), lte(storedObjects.expiresAt, sql`now()`));
    return this.#remove(or(isExpired, isOrphan));
  }

  async #remove(where: SQL | undefined): Promise<number> {
    let removed = 0;
    for (;;) {
      const rows = await this.database.orm
        .select({ key: storedObjects.key })
        .from(storedObjects)
        .where(where)
        .limit(SWEEP_BATCH);
      if (rows.length === 0) return removed;
      for (const { key } of rows) {
        await this.store.delete(key);
        await this.database.orm.delete(storedObjects).where(eq(storedObjects.key, key));
      }
      removed += rows.length;
    }
  }
}
