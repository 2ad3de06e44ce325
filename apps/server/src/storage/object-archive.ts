import { randomUUID } from 'node:crypto';
import { and, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { eventually, schema, type Database } from '../database/index.js';
import type { KeyRing } from './key-ring.js';
import { objectPath } from './object-path.js';
import type { ObjectStore } from './object-store.js';

const { generations, ownStyles, storedObjects } = schema;

export interface NewObject {
  readonly accountId: string;
  readonly kind: schema.ObjectKind;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly generationId?: string;
  readonly series?: string;
  /** Null, for `queued` and `preview` only: until its job has ended, or its style is deleted. */
  readonly expiresAt: Date | null;
}

export interface ArchivedObject {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly expiresAt: Date | null;
}

export interface SweepResult {
  readonly removed: number;
  /** Objects that the store would not delete; their rows stay, and the next sweep tries again. */
  readonly failed: number;
}

/**
 * Everything that the server keeps, with whom it belongs to and until when. A row is written before its object and
 * deleted after it, so nothing lies in the store that no row knows. Photos are encrypted under the account's and the
 * object's name.
 */
export interface ObjectArchive {
  /**
   * @param triedForMs while the database or the store is away, it is tried again for so long. Default: it is not
   * @returns the object's id: `inp_…`, `que_…`, `out_…`, `thm_…` or `prv_…`
   */
  readonly save: (object: NewObject, triedForMs?: number) => Promise<string>;
  /** Undefined when the account has no such object, or its time has come. */
  readonly read: (accountId: string, key: string) => Promise<ArchivedObject | undefined>;
  /** Whether `read` would find it. */
  readonly has: (accountId: string, key: string) => Promise<boolean>;
  /** Those of the objects that `read` would find. */
  readonly those: (accountId: string, keys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** What a signed URL may show, an avatar or a preview, of whatever account. */
  readonly readPublished: (key: string) => Promise<ArchivedObject | undefined>;
  /** Gone when it resolves. @returns whether there was one */
  readonly remove: (accountId: string, key: string) => Promise<boolean>;
  /** A photo that was kept, and with it all that were kept of its series. @returns whether there was one */
  readonly removeInput: (accountId: string, key: string) => Promise<boolean>;
  /** All photos that were kept of a series. @returns how many */
  readonly removeSeries: (accountId: string, series: string) => Promise<number>;
  /** All objects of a generation, or those of the kinds. */
  readonly removeOf: (generationId: string, kinds?: readonly schema.ObjectKind[]) => Promise<SweepResult>;
  /** All objects of an account. Call it before the account itself is removed. */
  readonly removeAccount: (accountId: string) => Promise<SweepResult>;
  /** Objects of an account that is gone, which no row knows. */
  readonly removeStrays: (accountId: string) => Promise<void>;
  /** Removes what has expired, and after a crash photos of jobs that have ended and previews of styles that are gone. */
  readonly sweep: () => Promise<SweepResult>;
}

const ID_START: Readonly<Record<schema.ObjectKind, string>> = {
  input: 'inp_',
  queued: 'que_',
  output: 'out_',
  thumbnail: 'thm_',
  preview: 'prv_',
};
const PHOTOS: readonly schema.ObjectKind[] = ['input', 'queued'];
const PUBLISHED: schema.ObjectKind[] = ['output', 'thumbnail', 'preview'];
const ENDLESS: readonly schema.ObjectKind[] = ['queued', 'preview'];
const SWEEP_STEP = 200;

type Row = typeof storedObjects.$inferSelect;

export function createObjectArchive({ orm }: Database, store: ObjectStore, keyRing: KeyRing): ObjectArchive {
  const pathOf = ({ accountId, kind, key }: Pick<Row, 'accountId' | 'kind' | 'key'>): string =>
    objectPath(accountId, kind, key);
  const isAlive = or(isNull(storedObjects.expiresAt), gt(storedObjects.expiresAt, sql`now()`));

  const read = async (condition: SQL | undefined): Promise<ArchivedObject | undefined> => {
    const [row] = await orm.select().from(storedObjects).where(and(condition, isAlive));
    const stored = row && (await store.get(pathOf(row)));
    if (stored === undefined) return undefined;
    const bytes = PHOTOS.includes(row.kind) ? keyRing.decrypt(stored, pathOf(row)) : stored;
    return { bytes, contentType: row.contentType, expiresAt: row.expiresAt };
  };

  const those = async (accountId: string, keys: readonly string[]): Promise<ReadonlySet<string>> => {
    if (keys.length === 0) return new Set();
    const areThey = and(
      inArray(storedObjects.key, [...keys]),
      eq(storedObjects.accountId, accountId),
      isAlive,
    );
    const rows = await orm.select({ key: storedObjects.key }).from(storedObjects).where(areThey);
    return new Set(rows.map(({ key }) => key));
  };

  const removeRow = async (row: Row): Promise<void> => {
    await store.delete(pathOf(row));
    await orm.delete(storedObjects).where(eq(storedObjects.key, row.key));
  };
  /** In steps, so that a million objects are never in memory; stops when a step frees nothing. */
  const removeAll = async (condition: SQL | undefined): Promise<SweepResult> => {
    for (let removed = 0; ;) {
      const rows = await orm.select().from(storedObjects).where(condition).limit(SWEEP_STEP);
      const outcomes = await Promise.allSettled(rows.map(removeRow));
      const failed = outcomes.filter(({ status }) => status === 'rejected').length;
      removed += rows.length - failed;
      if (rows.length < SWEEP_STEP || failed === rows.length) return { removed, failed };
    }
  };

  return {
    save: async ({ bytes, kind, accountId, ...rest }, triedForMs = 0) => {
      if (rest.expiresAt === null && !ENDLESS.includes(kind))
        throw new TypeError(`Only objects of the kinds ${ENDLESS.join(' and ')} have no end`);
      const key = ID_START[kind] + randomUUID().replaceAll('-', '');
      const row = { ...rest, kind, accountId, key, sizeBytes: bytes.byteLength };
      const path = pathOf(row);
      const stored = PHOTOS.includes(kind) ? keyRing.encrypt(bytes, path) : bytes;
      const contentType = PHOTOS.includes(kind) ? 'application/octet-stream' : row.contentType;
      const put = async () => {
        // The key is new, so a row that is there is ours: the connection was lost after the statement.
        await orm.insert(storedObjects).values(row).onConflictDoNothing();
        await store.put(path, stored, contentType);
      };
      try {
        await eventually(put, triedForMs);
      } catch (error) {
        // When even this fails, the row stays and the sweep comes by.
        await orm.delete(storedObjects).where(eq(storedObjects.key, key));
        throw error;
      }
      return key;
    },
    read: (accountId, key) => read(and(eq(storedObjects.key, key), eq(storedObjects.accountId, accountId))),
    has: async (accountId, key) => (await those(accountId, [key])).has(key),
    those,
    readPublished: (key) => read(and(eq(storedObjects.key, key), inArray(storedObjects.kind, PUBLISHED))),
    remove: async (accountId, key) => {
      const isIt = and(eq(storedObjects.key, key), eq(storedObjects.accountId, accountId));
      const [row] = await orm.select().from(storedObjects).where(isIt);
      if (row === undefined) return false;
      await removeRow(row);
      return true;
    },
    removeInput: async (accountId, key) => {
      const isTheirs = and(eq(storedObjects.accountId, accountId), eq(storedObjects.kind, 'input'));
      const [row] = await orm
        .select()
        .from(storedObjects)
        .where(and(isTheirs, eq(storedObjects.key, key)));
      if (row === undefined) return false;
      await removeRow(row);
      if (row.series !== null) await removeAll(and(isTheirs, eq(storedObjects.series, row.series)));
      return true;
    },
    removeSeries: async (accountId, series) => {
      const isTheirs = and(eq(storedObjects.accountId, accountId), eq(storedObjects.kind, 'input'));
      return (await removeAll(and(isTheirs, eq(storedObjects.series, series)))).removed;
    },
    removeOf: (generationId, kinds) =>
      removeAll(
        and(eq(storedObjects.generationId, generationId), kinds && inArray(storedObjects.kind, [...kinds])),
      ),
    removeAccount: (accountId) => removeAll(eq(storedObjects.accountId, accountId)),
    removeStrays: async (accountId) => {
      for await (const { key } of store.list(`${accountId}/`)) await store.delete(key);
    },
    sweep: async () => {
      await store.sweep();
      const expired = await removeAll(lte(storedObjects.expiresAt, sql`now()`));
      const ended = await removeAll(hasNoJob);
      const unshown = await removeAll(hasNoStyle);
      return {
        removed: expired.removed + ended.removed + unshown.removed,
        failed: expired.failed + ended.failed + unshown.failed,
      };
    },
  };
}

/** A photo is saved a moment before its job is written, so the young ones are left alone. */
const hasNoJob = and(
  eq(storedObjects.kind, 'queued'),
  lte(storedObjects.createdAt, sql`now() - interval '5 minutes'`),
  sql`not exists (select 1 from ${generations}
    where ${generations.id} = ${storedObjects.generationId} and ${generations.status} in ('queued', 'running'))`,
);

/** Who drew it died while the style was being deleted. */
const hasNoStyle = and(
  eq(storedObjects.kind, 'preview'),
  // It has no end while its style is there, and rows without an end are found by their index.
  isNull(storedObjects.expiresAt),
  sql`not exists (select 1 from ${ownStyles} where ${ownStyles.id} = ${storedObjects.generationId})`,
);
