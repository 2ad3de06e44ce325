import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from './database.js';
import { openDatabase } from './open-database.js';
import { createServerDatabase, DATABASE_KINDS, type TestDatabase } from './database.test-support.js';
import { accounts } from './schema/index.js';

for (const { name, missing, open } of DATABASE_KINDS)
  describe.skipIf(missing)(name, () => {
    let opened: TestDatabase;
    let database: Database;
    beforeAll(async () => {
      opened = await open();
      database = opened.database;
    });
    afterAll(() => opened[Symbol.asyncDispose]());

    test('keeps what is written, with defaults and times', async () => {
      await database.orm.insert(accounts).values({ id: 'acc_1', name: 'One' });
      const [row] = await database.orm.select().from(accounts).where(eq(accounts.id, 'acc_1'));
      expect(row).toMatchObject({ name: 'One', settings: {}, webhookSecret: null });
      expect(row.createdAt).toBeInstanceOf(Date);
    });

    test('a transaction that throws leaves nothing', async () => {
      const work = database.transaction(async (transaction) => {
        await transaction.insert(accounts).values({ id: 'acc_2', name: 'Two' });
        throw new Error('stop');
      });
      await expect(work).rejects.toThrow('stop');
      expect(await database.orm.select().from(accounts).where(eq(accounts.id, 'acc_2'))).toEqual([]);
    });

    test('takes several statements without values, and one with them', async () => {
      const { rows } = await database.query(
        'create table t (a int); insert into t values (7); select a from t',
      );
      expect(rows).toEqual([{ a: 7 }]);
      expect((await database.query('select $1::int + 1 as b', [41])).rows).toEqual([{ b: 42 }]);
    });

    test('tells listeners of a channel, and only while they listen', async () => {
      const heard: string[] = [];
      const stop = await database.listen('some_channel', (payload) => heard.push(payload));
      await database.notify('another', 'x');
      await database.notify('some_channel', 'a');
      await expect.poll(() => heard).toEqual(['a']);
      await stop();
      await database.notify('some_channel', 'b');
      await database.orm.execute(sql`select 1`);
      expect(heard).toEqual(['a']);
    });
  });

test('the embedded database is held by one process, and keeps its rows when it is closed', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'avatar-db-'));
  const open = () => openDatabase({ dataDir, database: { url: undefined, poolSize: 1 } });
  const first = await open();
  await first.orm.insert(accounts).values({ id: 'acc_1', name: 'One' });
  await expect(open()).rejects.toThrow('another process uses the embedded database');
  await first[Symbol.asyncDispose]();
  const second = await open();
  expect(await second.orm.select().from(accounts)).toHaveLength(1);
  await second[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true });
});

test.skipIf(!process.env.AVATAR_TEST_DATABASE_URL)('processes that start together migrate once', async () => {
  const { url, drop } = await createServerDatabase();
  const opened = await Promise.all(
    [1, 2, 3].map(() => openDatabase({ dataDir: '', database: { url, poolSize: 2 } })),
  );
  for (const database of opened) {
    expect(await database.orm.select().from(accounts)).toEqual([]);
    await database[Symbol.asyncDispose]();
  }
  await drop();
});
