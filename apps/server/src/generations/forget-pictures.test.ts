import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS, type TestDatabase } from '../database/database.test-support.js';
import { schema } from '../database/index.js';
import { forgetExpiredPictures } from './queries.js';

const { generations, storedObjects } = schema;

for (const { name, missing, open } of DATABASE_KINDS)
  describe.skipIf(missing)(`on ${name}`, () => {
    let opened: TestDatabase;
    beforeAll(async () => {
      opened = await open();
      await opened.database.orm.insert(schema.accounts).values({ id: 'acc_1', name: 'acc_1' });
    });
    afterAll(() => opened[Symbol.asyncDispose]());

    const resultOf = async (id: string) => {
      const [row] = await opened.database.orm.select().from(generations).where(eq(generations.id, id));
      return row?.result;
    };
    const finish = async (id: string, expiresAt: Date): Promise<void> => {
      const { orm } = opened.database;
      const result = {
        version: 2,
        avatar: { style: 'character_flat', character: { skin: 1 }, measured: { confidence: 1 } },
        pictures: { avatarKey: id },
      };
      await orm.insert(generations).values({
        id,
        accountId: 'acc_1',
        kind: 'sync',
        status: 'succeeded',
        request: { version: 2 },
        result,
        finishedAt: sql`now()`,
      } as never);
      await orm.insert(storedObjects).values({
        key: id,
        accountId: 'acc_1',
        generationId: id,
        kind: 'output',
        contentType: 'image/png',
        sizeBytes: 1,
        expiresAt,
      });
    };

    test('a measured character goes when the pictures have had their time, and not before', async () => {
      await finish('avt_old', new Date(Date.now() - 1000));
      await finish('avt_new', new Date(Date.now() + 60_000));
      await forgetExpiredPictures(opened.database);
      expect(await resultOf('avt_old')).toEqual({ version: 2, avatar: { style: 'character_flat' } });
      expect(await resultOf('avt_new')).toMatchObject({ avatar: { character: { skin: 1 } } });
    });
  });
