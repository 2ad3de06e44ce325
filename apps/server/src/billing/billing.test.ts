import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schema, type Database } from '../database/index.js';
import { DATABASE_KINDS, type TestDatabase } from '../database/database.test-support.js';
import { createBilling, type Billing } from './billing.js';

const { accounts, ledger } = schema;
const HOUR_MS = 3_600_000;

for (const { name, missing, open } of DATABASE_KINDS)
  describe.skipIf(missing)(`billing on ${name}`, () => {
    let opened: TestDatabase;
    let database: Database;
    let billing: Billing;
    let accountId: string;
    let clockMs = Date.UTC(2026, 0, 1);
    let number = 0;

    beforeAll(async () => {
      opened = await open();
      database = opened.database;
      billing = createBilling(database, () => new Date(clockMs));
    });
    afterAll(() => opened[Symbol.asyncDispose]());
    beforeEach(() => newAccount({ billing: 'credits' }));

    async function newAccount(settings: schema.AccountSettings): Promise<void> {
      accountId = `acc_${++number}`;
      await database.orm.insert(accounts).values({ id: accountId, name: 'n', settings });
    }
    const reserve = (id: string, credits = 1, seat?: string) =>
      billing.reserve({ accountId, generationId: `${accountId}-${id}`, credits, seat });
    const charge = (id: string) => database.transaction((t) => billing.charge(t, `${accountId}-${id}`));
    const release = (id: string) => billing.release(database.orm, `${accountId}-${id}`);
    const credits = async () => (await billing.balance(accountId)).credits;
    const rows = () =>
      database.orm.select().from(ledger).where(eq(ledger.accountId, accountId)).orderBy(ledger.id);

    it('holds credits while a generation runs, and takes them when it is delivered', async () => {
      await billing.grant(accountId, 3);
      expect(await reserve('a', 2)).toEqual({ granted: true });
      expect(await billing.balance(accountId)).toMatchObject({ credits: 1, reservedCredits: 2 });
      expect(await charge('a')).toBe(2);
      expect(await billing.balance(accountId)).toMatchObject({ credits: 1, reservedCredits: 0 });
    });

    it('gives them back when it is not', async () => {
      await billing.grant(accountId, 1);
      await reserve('a');
      await release('a');
      await release('a');
      expect(await credits()).toBe(1);
      expect(await charge('a')).toBe(0);
      expect(await credits()).toBe(1);
    });

    it('refuses what the account cannot pay', async () => {
      await billing.grant(accountId, 1);
      expect(await reserve('a', 2)).toEqual({ granted: false, reason: 'insufficient-credits' });
      expect(await credits()).toBe(1);
    });

    it('charges a generation once, however often its job is delivered', async () => {
      await billing.grant(accountId, 5);
      await reserve('a', 2);
      await reserve('a', 2);
      expect(await credits()).toBe(3);
      expect(await Promise.all([charge('a'), charge('a'), charge('a')])).toEqual([2, 2, 2]);
      await reserve('a', 2);
      expect(await charge('a')).toBe(2);
      expect(await credits()).toBe(3);
      expect((await rows()).map(({ kind }) => kind)).toEqual(['grant', 'charge']);
    });

    it('keeps what was reserved when the transaction with the result fails', async () => {
      await billing.grant(accountId, 1);
      await reserve('a');
      const work = database.transaction(async (transaction) => {
        await billing.charge(transaction, `${accountId}-a`);
        throw new Error('the result could not be written');
      });
      await expect(work).rejects.toThrow();
      expect(await billing.balance(accountId)).toMatchObject({ credits: 0, reservedCredits: 1 });
      expect(await charge('a')).toBe(1);
    });

    it('never lets requests at the same moment spend more than there is', async () => {
      await billing.grant(accountId, 7);
      const results = await Promise.all(Array.from({ length: 40 }, (_, i) => reserve(String(i))));
      expect(results.filter(({ granted }) => granted)).toHaveLength(7);
      await Promise.all(Array.from({ length: 40 }, (_, i) => charge(String(i))));
      expect(await credits()).toBe(0);
      const written = await rows();
      expect(written).toHaveLength(8);
      expect(written.map(({ balance }) => balance)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    });

    it('is append-only: the database refuses a change', async () => {
      await billing.grant(accountId, 1);
      const change = database.orm
        .update(ledger)
        .set({ credits: 1000 })
        .where(eq(ledger.accountId, accountId));
      await expect(Promise.resolve(change)).rejects.toMatchObject({
        cause: { message: 'rows of ledger are never changed' },
      });
      await expect(billing.grant(accountId, -5)).rejects.toThrow(RangeError);
      await expect(billing.grant(accountId, 0.5)).rejects.toThrow(RangeError);
    });

    it('takes out what is left of credits whose time has come, the earliest first', async () => {
      await billing.grant(accountId, 10);
      await reserve('a', 4);
      await charge('a');
      await billing.grant(accountId, 10, new Date(clockMs + HOUR_MS));
      await reserve('b', 3);
      await charge('b');
      expect(await credits()).toBe(13);
      clockMs += 2 * HOUR_MS;
      expect(await credits()).toBe(6);
      expect(await credits()).toBe(6);
      expect((await rows()).at(-1)).toMatchObject({ kind: 'expiry', credits: -7 });
    });

    it('lets a generation be paid with credits that end while it runs, and nothing else', async () => {
      await billing.grant(accountId, 3, new Date(clockMs + HOUR_MS));
      await reserve('a', 1);
      clockMs += 2 * HOUR_MS;
      expect(await credits()).toBe(0);
      expect(await reserve('b', 1)).toMatchObject({ granted: false });
      expect(await charge('a')).toBe(1);
      expect(await credits()).toBe(0);
      expect((await rows()).map(({ balance }) => balance)).toEqual([3, 2, 0]);
    });

    it('keeps later credits whole while earlier ones end during a run', async () => {
      await billing.grant(accountId, 2, new Date(clockMs + HOUR_MS));
      await billing.grant(accountId, 5);
      await reserve('a', 1);
      clockMs += 2 * HOUR_MS;
      expect(await credits()).toBe(5);
      await release('a');
      expect(await credits()).toBe(5);
    });

    it('sells seats: once for a person, for nobody above the number', async () => {
      await newAccount({ billing: 'seats', seats: 2 });
      expect(await reserve('a', 1, 'ann')).toEqual({ granted: true });
      expect(await charge('a')).toBe(0);
      expect(await reserve('b', 1, 'bob')).toEqual({ granted: true });
      expect(await reserve('c', 1, 'eve')).toEqual({ granted: false, reason: 'no-free-seat' });
      expect(await reserve('d', 1, 'ann')).toEqual({ granted: true });
      await charge('d');
      await release('b');
      expect(await reserve('e', 1, 'eve')).toEqual({ granted: true });
      expect((await billing.balance(accountId)).usedSeats).toBe(2);
      const stored = await rows();
      expect(stored.map(({ kind }) => kind)).toEqual(['seat']);
      expect(JSON.stringify(stored)).not.toContain('ann');
    });

    it('asks nothing of accounts without billing', async () => {
      await newAccount({});
      expect(await reserve('a', 100)).toEqual({ granted: true });
      expect(await charge('a')).toBe(0);
      expect(await rows()).toEqual([]);
    });

    const MINUTE_MS = 60_000;
    /** As if the requests that hold these had given their last sign of life then. */
    const silentFor = (interval: string, ...ids: string[]) =>
      database.query(
        `update reservations set heartbeat_at = now() - $1::interval, created_at = now() - interval '1 day'
           where generation_id = any($2)`,
        [interval, ids.map((id) => `${accountId}-${id}`)],
      );
    const generation = (id: string, status: 'running' | 'failed') =>
      database.orm
        .insert(schema.generations)
        .values({ id: `${accountId}-${id}`, accountId, kind: 'generate', status, request: {} });

    it('releases what a crash left reserved, and not what still runs or is on its way', async () => {
      await billing.grant(accountId, 4);
      for (const id of ['gone', 'running', 'ended', 'onItsWay']) await reserve(id);
      await generation('running', 'running');
      await generation('ended', 'failed');
      await silentFor('2 minutes', 'gone', 'running');
      expect(await billing.releaseStale(MINUTE_MS)).toBe(2);
      expect(await billing.balance(accountId)).toMatchObject({ reservedCredits: 2, credits: 2 });
      // At a start, when nothing can be on its way.
      await billing.releaseStale(0);
      expect(await billing.balance(accountId)).toMatchObject({ reservedCredits: 1, credits: 3 });
    });

    it('keeps what a living request holds, however long it waits, until it is over', async () => {
      await billing.grant(accountId, 3);
      for (const id of ['waits', 'written', 'over']) await reserve(id);
      await generation('written', 'running');
      await release('over');
      await silentFor('2 minutes', 'waits', 'written');
      await billing.beat();
      expect(await billing.releaseStale(MINUTE_MS)).toBe(0);
      const signs = await database.query(
        `select generation_id, heartbeat_at > now() - interval '1 minute' as fresh from reservations
           where account_id = $1 order by 1`,
        [accountId],
      );
      expect(signs.rows).toEqual([
        { generation_id: `${accountId}-waits`, fresh: true },
        // Its generation has signs of life of its own.
        { generation_id: `${accountId}-written`, fresh: false },
      ]);
    });

    it('leaves 15 minutes to what a server without signs of life holds', async () => {
      await billing.grant(accountId, 2);
      for (const id of ['old', 'young']) await reserve(id);
      await database.query(
        `update reservations set heartbeat_at = null,
             created_at = now() - case when generation_id like '%old' then interval '17 minutes' else interval '10 minutes' end
           where account_id = $1`,
        [accountId],
      );
      expect(await billing.releaseStale(MINUTE_MS)).toBe(1);
      expect((await billing.balance(accountId)).reservedCredits).toBe(1);
    });

    it('knows no account that is gone', () => expect(billing.balance('acc_none')).rejects.toThrow('gone'));
  });
