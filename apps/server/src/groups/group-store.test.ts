import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS, type TestDatabase } from '../database/database.test-support.js';
import { GroupStore, MOST_GROUPS } from './group-store.js';

describe.each(DATABASE_KINDS)('$name database', ({ missing, open }) => {
  describe.skipIf(missing)('groups', () => {
    let opened: TestDatabase;
    beforeAll(async () => {
      opened = await open();
      const { database } = opened;
      await database.query(
        `insert into accounts (id, name) values ('acc_full', 'full'), ('acc_other', 'other')`,
      );
      await database.query(
        `insert into avatar_groups (id, account_id, name)
          select 'filler' || n, 'acc_full', 'filler' from generate_series(1, $1::int) as n`,
        [MOST_GROUPS - 1],
      );
    });
    afterAll(() => opened[Symbol.asyncDispose]());

    test('an account has so many and no more, also when it asks for several at once', async () => {
      const store = new GroupStore(opened.database);
      const create = (account = 'acc_full') => store.create(account, { name: 'Ann', imageId: 'avt_1' });
      const made = (await Promise.all([create(), create(), create()])).filter((group) => group !== undefined);
      expect(made).toHaveLength(1);
      expect(await create('acc_other')).toMatchObject({ name: 'Ann' });
      await store.remove('acc_full', made[0].id);
      expect(await create()).toMatchObject({ name: 'Ann' });
    });

    test('what is done again, since nobody heard of its commit, is done once', async () => {
      const { database } = opened;
      const twice = new GroupStore({
        ...database,
        transaction: async (work) => {
          await database.transaction(work);
          return database.transaction(work);
        },
      });
      const look = { name: 'Ann', imageId: 'avt_1' };
      const group = await twice.create('acc_other', look);
      expect(group).toMatchObject({ name: 'Ann' });
      if (group === undefined) return;
      expect(await twice.addLooks(group, [look, look], 3)).toHaveLength(2);
      expect(await twice.looks(group.id)).toHaveLength(3);
    });
  });
});
