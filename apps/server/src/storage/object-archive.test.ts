import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schema, type Database } from '../database/index.js';
import { DATABASE_KINDS, type TestDatabase } from '../database/database.test-support.js';
import { createKeyRing } from './key-ring.js';
import { createObjectArchive, type NewObject, type ObjectArchive } from './object-archive.js';
import type { ObjectStore } from './object-store.js';
import { openStore } from './open-store.js';
import { signedFiles } from '../http/signed-files.js';
import { signedFilePath } from './file-link.js';
import { createUrlSigner } from './url-signer.js';

const { generations, storedObjects } = schema;
const MARK = 'the very bytes of a photo';
const photo = new TextEncoder().encode(MARK);
const inAnHour = () => new Date(Date.now() + 3_600_000);

for (const { name, missing, open } of DATABASE_KINDS)
  describe.skipIf(missing)(`object archive on ${name}`, () => {
    let opened: TestDatabase;
    let database: Database;
    let folder: string;
    let store: ObjectStore;
    let archive: ObjectArchive;
    const keyRing = createKeyRing([randomBytes(32)]);

    beforeAll(async () => {
      opened = await open();
      database = opened.database;
      folder = await mkdtemp(join(tmpdir(), 'avatar-archive-'));
      store = await openStore({ kind: 'local', directory: folder });
      archive = createObjectArchive(database, store, keyRing);
    });
    afterAll(async () => {
      await opened[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    beforeEach(async () => {
      for (const id of ['acc_1', 'acc_2'])
        await database.orm.insert(schema.accounts).values({ id, name: id });
    });
    afterEach(async () => {
      for (const id of ['acc_1', 'acc_2']) await archive.removeAccount(id);
      await database.orm.delete(schema.accounts);
    });

    const save = (changes: Partial<NewObject> = {}): Promise<string> =>
      archive.save({
        accountId: 'acc_1',
        kind: 'output',
        bytes: photo,
        contentType: 'image/png',
        expiresAt: inAnHour(),
        ...changes,
      });
    const files = async (): Promise<string[]> =>
      (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    const job = async (id: string, status: schema.GenerationStatus) => {
      await database.orm
        .insert(generations)
        .values({ id, accountId: 'acc_1', kind: 'generate', status, request: {} });
      return { generationId: id, kind: 'queued', expiresAt: null } as const;
    };
    const isGone = async (key: string): Promise<boolean> => {
      const rows = await database.orm.select().from(storedObjects).where(eq(storedObjects.key, key));
      return rows.length === 0 && !(await files()).some((file) => file.endsWith(key));
    };

    it('keep an object once whose row was written, and whose connection was lost before anybody heard of it', async () => {
      let isAway = true;
      const away = () => {
        throw Object.assign(new Error('lost'), { code: 'ECONNRESET' });
      };
      const { orm } = database;
      const insert = (table: typeof storedObjects) => ({
        values: (row: typeof storedObjects.$inferInsert) => ({
          onConflictDoNothing: async () => {
            await orm.insert(table).values(row).onConflictDoNothing();
            if (isAway) setTimeout(() => (isAway = false), 20);
            if (isAway) away();
          },
        }),
      });
      const gone = { where: async () => (isAway ? away() : undefined) };
      const lost = { ...database, orm: { insert, delete: () => gone } as unknown as Database['orm'] };
      const object = { accountId: 'acc_1', kind: 'output', bytes: photo, contentType: 'image/png' } as const;
      const key = await createObjectArchive(lost, store, keyRing).save(
        { ...object, expiresAt: inAnHour() },
        5_000,
      );
      const rows = await orm.select({ key: storedObjects.key }).from(storedObjects);
      expect(rows).toEqual([{ key }]);
      expect((await archive.read('acc_1', key))?.bytes).toEqual(photo);
    });

    it('gives back what was saved, to its account only', async () => {
      for (const kind of ['input', 'queued', 'output', 'thumbnail'] as const) {
        const key = await save({ kind });
        expect(await archive.read('acc_1', key)).toMatchObject({ bytes: photo, contentType: 'image/png' });
        expect(await archive.read('acc_2', key)).toBeUndefined();
        expect(await archive.remove('acc_2', key)).toBe(false);
      }
    });

    it('writes photos that nobody can read without the key', async () => {
      for (const kind of ['input', 'queued'] as const) await save({ kind });
      const written = await Promise.all((await files()).map((file) => readFile(file)));
      expect(written).toHaveLength(2);
      for (const bytes of written) expect(bytes.includes(MARK)).toBe(false);
      expect(JSON.stringify(await database.orm.select().from(storedObjects))).not.toContain(MARK);
    });

    it('leaves neither a byte nor a row of what is removed', async () => {
      for (const kind of ['input', 'output'] as const) {
        const key = await save({ kind });
        expect(await archive.remove('acc_1', key)).toBe(true);
        expect(await isGone(key)).toBe(true);
        expect(await archive.remove('acc_1', key)).toBe(false);
      }
    });

    it('sweeps previews of styles that are gone, and no others', async () => {
      const style = { accountId: 'acc_1', name: 'Ours', examples: 8, leastExamples: 8 };
      await database.orm.insert(schema.ownStyles).values({ ...style, id: 'sty_1' });
      const of = (generationId: string) => save({ kind: 'preview', generationId, expiresAt: null });
      const [kept, left] = [await of('sty_1'), await of('sty_2')];
      expect(await archive.sweep()).toEqual({ removed: 1, failed: 0 });
      expect([await archive.has('acc_1', kept), await archive.has('acc_1', left)]).toEqual([true, false]);
    });

    it('ends an object with its time, at once for readers and in the sweep for the disk', async () => {
      const [over, alive] = [await save({ kind: 'input' }), await save({ kind: 'input' })];
      await database.orm
        .update(storedObjects)
        .set({ expiresAt: sql`now()` })
        .where(eq(storedObjects.key, over));
      expect(await archive.read('acc_1', over)).toBeUndefined();
      expect(await archive.sweep()).toEqual({ removed: 1, failed: 0 });
      expect([await isGone(over), await isGone(alive)]).toEqual([true, false]);
    });

    it('removes photos of jobs that have ended, and keeps those of others', async () => {
      const kept = [await save(await job('a', 'queued')), await save(await job('b', 'running'))];
      const ended = [];
      for (const status of ['succeeded', 'failed', 'cancelled'] as const)
        ended.push(await save(await job(status, status)));
      ended.push(await save({ kind: 'queued', generationId: 'never written', expiresAt: null }));
      expect(await archive.sweep()).toEqual({ removed: 0, failed: 0 });
      await database.orm.update(storedObjects).set({ createdAt: sql`now() - interval '6 minutes'` });
      expect(await archive.sweep()).toEqual({ removed: 4, failed: 0 });
      expect(await Promise.all([...kept, ...ended].map(isGone))).toEqual([
        false,
        false,
        true,
        true,
        true,
        true,
      ]);
    });

    it('removes by generation and kind', async () => {
      const input = await save(await job('g', 'running'));
      const output = await save({ generationId: 'g' });
      await archive.removeOf('g', ['queued']);
      expect([await isGone(input), await isGone(output)]).toEqual([true, false]);
      await archive.removeOf('g');
      expect(await isGone(output)).toBe(true);
    });

    it('removes an account, however much it has', async () => {
      for (let i = 0; i < 205; i++) await save();
      const others = await save({ accountId: 'acc_2' });
      expect(await archive.removeAccount('acc_1')).toEqual({ removed: 205, failed: 0 });
      expect(await isGone(others)).toBe(false);
    });

    it('leaves no row when the store refuses, and no end to photos only while they wait', async () => {
      const broken = createObjectArchive(
        database,
        { ...store, put: () => Promise.reject(new Error('disk full')) },
        keyRing,
      );
      const object = { accountId: 'acc_1', bytes: photo, contentType: 'image/png' };
      await expect(broken.save({ ...object, kind: 'input', expiresAt: inAnHour() })).rejects.toThrow(
        'disk full',
      );
      await expect(save({ kind: 'input', expiresAt: null })).rejects.toThrow(TypeError);
      expect(await database.orm.select().from(storedObjects)).toEqual([]);
    });

    it('keeps the row when an object cannot be deleted, and tries again later', async () => {
      const key = await save();
      await database.orm.update(storedObjects).set({ expiresAt: sql`now()` });
      const deaf = { ...store, delete: () => Promise.reject(new Error('no answer')) };
      const result = await createObjectArchive(database, deaf, keyRing).sweep();
      expect([result, await isGone(key)]).toEqual([{ removed: 0, failed: 1 }, false]);
      await archive.sweep();
      expect(await isGone(key)).toBe(true);
    });

    describe('signed files', () => {
      let app: FastifyInstance;
      const signer = createUrlSigner({ keys: [randomBytes(32)] });
      beforeEach(async () => {
        app = Fastify();
        const status = { 'signature-invalid': 403, 'file-not-found': 404 };
        signedFiles(app, {
          archive,
          signer,
          problem: (problem) => Object.assign(new Error(problem), { statusCode: status[problem] }),
        });
        await app.ready();
      });
      afterEach(() => app.close());
      const statusOf = async (url: string): Promise<number> => (await app.inject(url)).statusCode;

      it('are shown to whoever has the link, as pictures', async () => {
        const answer = await app.inject(signedFilePath(signer, await save(), inAnHour()));
        expect(answer.rawPayload).toEqual(Buffer.from(photo));
        expect(answer.headers).toMatchObject({
          'content-type': 'image/png',
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
        });
      });

      it('are refused without a signature of ours for this very file', async () => {
        const [url, other] = [signedFilePath(signer, await save(), inAnHour()), await save()];
        expect(await statusOf(url.replace(/\?.*/, ''))).toBe(403);
        expect(await statusOf(url.replace(/out_\w+/, other))).toBe(403);
        expect(await statusOf(url.replace('expires=', 'expires=1'))).toBe(403);
        expect(await statusOf(`${url}&signature=x`)).toBe(403);
        expect(await statusOf(signedFilePath(signer, other, new Date(0)))).toBe(403);
        expect(await statusOf(url.replace(/out_\w+/, '..%2F..%2Facc_2'))).toBe(403);
      });

      it('are gone with their object', async () => {
        const key = await save();
        const url = signedFilePath(signer, key, inAnHour());
        expect(await statusOf(url)).toBe(200);
        await archive.remove('acc_1', key);
        expect(await statusOf(url)).toBe(404);
      });

      it('are never photos, even with a signature', async () => {
        for (const kind of ['input', 'queued'] as const)
          expect(await statusOf(signedFilePath(signer, await save({ kind }), inAnHour()))).toBe(404);
      });
    });
  });
