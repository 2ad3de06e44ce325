import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema, type Database } from '../database/index.js';
import { DATABASE_KINDS, type TestDatabase } from '../database/database.test-support.js';
import { createKeyRing, type KeyRing } from '../storage/key-ring.js';
import { openedWebhookSecret } from '../webhooks/webhook-secret.js';
import { auditEntries } from '../audit/index.js';
import { createAccountDirectory, type AccountDirectory } from './account-directory.js';
import { createBilling } from '../billing/billing.js';
import { credentialOf } from '../http/credentials.js';
import { keysCommand } from '../control/keys-command.js';
import { testOperatorWorld } from '../control/operator-world.test-support.js';

for (const { name, missing, open } of DATABASE_KINDS)
  describe.skipIf(missing)(`accounts on ${name}`, () => {
    let opened: TestDatabase;
    let database: Database;
    let directory: AccountDirectory;
    let keyRing: KeyRing;
    beforeAll(async () => {
      opened = await open();
      database = opened.database;
      keyRing = createKeyRing([randomBytes(32)]);
      directory = createAccountDirectory(database, keyRing, 'server');
    });
    afterAll(() => opened[Symbol.asyncDispose]());

    const everything = async (): Promise<string> => {
      const tables = [schema.accounts, schema.apiKeys, schema.ledger];
      const rows = await Promise.all(tables.map((table) => database.orm.select().from(table)));
      return JSON.stringify(rows);
    };

    it('know who shows a key, until it is revoked', async () => {
      const { account } = await directory.create('One', { requestsPerMinute: 5 });
      const key = await directory.createKey(account.id);
      const another = await directory.createKey(account.id);
      expect(key).toMatch(/^avatar_[\w-]{43}$/);
      expect(await directory.authenticate(key)).toEqual({ account, scopes: ['read', 'create', 'manage'] });
      expect(account).toMatchObject({ name: 'One', settings: { requestsPerMinute: 5 } });
      expect(await directory.revokeKey(key.slice(0, 13))).toBe(true);
      expect(await directory.authenticate(key)).toBeUndefined();
      expect(await directory.authenticate(another)).toMatchObject({ account });
      expect(await directory.revokeKey(key)).toBe(false);
      expect(await directory.revokeKey(another)).toBe(true);
      expect(await directory.authenticate(another)).toBeUndefined();
    });

    it('know nobody with a key whose time is over', async () => {
      const { account } = await directory.create('Timed');
      const [soon, over] = [new Date(Date.now() + 60_000), new Date(Date.now() - 1_000)];
      const valid = await directory.createKey(account.id, { expiresAt: soon, scopes: ['read'] });
      const expired = await directory.createKey(account.id, { expiresAt: over });
      expect(await directory.authenticate(valid)).toEqual({ account, scopes: ['read'] });
      expect(await directory.authenticate(expired)).toBeUndefined();
      const listed = await directory.listKeys(account.id);
      expect(listed.map(({ expiresAt, scopes }) => [expiresAt, scopes])).toEqual([
        [soon, ['read']],
        [over, null],
      ]);
    });

    it('leave a trace of what is done to them, which cannot be changed and shows no secret', async () => {
      const { account, webhookSecret } = await directory.create('Audited');
      const key = await directory.createKey(account.id, { scopes: ['read'] });
      await directory.revokeKey(key);
      await directory.changeSettings(account.id, { requestsPerMinute: 1 });
      await directory.renewWebhookSecret(account.id, 0);
      const entries = await auditEntries(database, { accountId: account.id, limit: 10 });
      expect(entries.map(({ action }) => action)).toEqual([
        'webhook-secret-renewed',
        'settings-changed',
        'key-revoked',
        'key-created',
        'account-created',
      ]);
      expect(entries[3]).toMatchObject({
        actor: 'server',
        accountId: account.id,
        facts: { key: key.slice(0, 13), scopes: ['read'] },
      });
      const stored = JSON.stringify(await database.orm.select().from(schema.auditLog));
      for (const secret of [key, webhookSecret, account.id]) expect(stored).not.toContain(secret);
      await expect(database.query(`update audit_log set actor = 'account'`)).rejects.toThrow('never changed');
    });

    it.each(['', 'avatar_', 'avatar_x', "' or 1=1 --", 'a'.repeat(10_000)])(
      'know nobody with the key %.20s',
      async (key) => expect(await directory.authenticate(key)).toBeUndefined(),
    );

    it('write down the last use, not every use', async () => {
      const { account } = await directory.create('Two');
      const key = await directory.createKey(account.id);
      const lastUse = async () => (await directory.listKeys(account.id))[0].lastUsedAt?.getTime();
      expect(await lastUse()).toBeUndefined();
      await directory.authenticate(key);
      const first = await lastUse();
      await directory.authenticate(key);
      expect(first).toBeTypeOf('number');
      expect(await lastUse()).toBe(first);
    });

    it('store neither keys nor webhook secrets in the clear', async () => {
      const { account, webhookSecret } = await directory.create('Three');
      const key = await directory.createKey(account.id);
      const stored = await everything();
      expect(stored).not.toContain(key);
      expect(stored).not.toContain(webhookSecret);
      const [row] = await database.orm
        .select()
        .from(schema.accounts)
        .where(sql`id = ${account.id}`);
      expect(openedWebhookSecret(keyRing, account.id, row.webhookSecret!)).toBe(webhookSecret);
      expect(() => openedWebhookSecret(keyRing, 'acc_other', row.webhookSecret!)).toThrow();
    });

    it('change, and are removed with all that is theirs', async () => {
      const { account } = await directory.create('Four');
      const key = await directory.createKey(account.id);
      expect(await directory.changeSettings(account.id, { billing: 'seats', seats: 2 })).toBe(true);
      expect(await directory.find(account.id)).toMatchObject({ settings: { seats: 2 } });
      expect(await directory.changeSettings('acc_none', {})).toBe(false);
      await createBilling(database).grant(account.id, 5);
      expect(await directory.remove(account.id)).toBe(true);
      expect(await directory.authenticate(key)).toBeUndefined();
      expect(await everything()).not.toContain(account.id);
    });

    describe('the keys command', () => {
      async function run(...words: string[]): Promise<string> {
        const lines: string[] = [];
        const operator = await testOperatorWorld(database, keyRing);
        const world = { ...operator, [Symbol.asyncDispose]: async () => {} };
        const command = keysCommand({ open: async () => world, print: (line) => void lines.push(line) });
        const all = [command, ...command.commands];
        for (const one of all) one.exitOverride().configureOutput({ writeErr: (text) => lines.push(text) });
        await command
          .parseAsync(words, { from: 'user' })
          .catch((error: unknown) => lines.push(String(error)));
        return lines.join('\n');
      }

      it('makes an account with a key that works, and shows the secrets once', async () => {
        const made = await run('create', '--name', 'Shop', '--settings', '{"billing":"credits"}');
        const [, account, key, secret] =
          /account: (\S+)\nkey: (\S+)\nwebhook secret: (whsec_\S+)/.exec(made) ?? [];
        expect(await directory.authenticate(key)).toMatchObject({ account: { id: account, name: 'Shop' } });
        expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);

        const limited = await run(
          'create',
          '--account',
          account,
          '--expires',
          '2999-01-01',
          '--scopes',
          'read, create',
        );
        const reader = /key: (\S+)/.exec(limited)?.[1] ?? '';
        expect((await directory.authenticate(reader))?.scopes).toEqual(['read', 'create']);
        expect(await run('list')).toContain('expires 2999-01-01, for read, create');

        expect(await run('grant', account, '20', '--expires', '2999-01-01')).toBe('20 credits');
        const second = /key: (\S+)/.exec(await run('create', '--account', account))?.[1] ?? '';
        expect(await run('revoke', second)).toBe('Revoked.');
        const list = await run('list');
        expect(list).toContain(`${account}  Shop  20 credits\n  ${key.slice(0, 13)}…  made`);
        expect(list).toMatch(/revoked \d{4}-/);
        expect(list).not.toContain(key);
        expect(list).not.toContain(secret);
        expect(await run('settings', account, '{"seats":3,"billing":"seats"}')).toBe('Changed.');
        expect(await run('list')).toContain('0 of 3 seats');
        const renewed = /^webhook secret: (whsec_\S+)$/.exec(await run('webhook-secret', account))?.[1];
        expect(renewed).not.toBe(secret);
        const [row] = await database.orm
          .select()
          .from(schema.accounts)
          .where(sql`id = ${account}`);
        expect(openedWebhookSecret(keyRing, account, row.webhookSecret!)).toBe(renewed);
      });

      it('says what is wrong', async () => {
        expect(await run('create', '--settings', '{"bilingg":1}')).toContain('bilingg');
        expect(await run('create', '--settings', 'nonsense')).toContain('Expected JSON');
        expect(await run('create', '--scopes', 'all')).toContain('of read, create, manage');
        expect(await run('create', '--account', 'acc_none')).toContain('No such account');
        expect(await run('revoke', 'avatar_none')).toContain('No such key');
        expect(await run('settings', 'acc_none', '{}')).toContain('No such account');
        expect(await run('webhook-secret', 'acc_none')).toContain('No such account');
        expect(await run('grant', 'acc_none', '5')).toContain('No such account');
        expect(await run('grant', 'acc_none', '-5')).toMatch(/whole number|unknown option/);
        expect(await run('grant', 'acc_none', '5', '--expires', 'soon')).toContain('Expected a date');
      });
    });
  });

describe('credentialOf', () => {
  it('takes either header, or both when they agree', () => {
    expect(credentialOf({ 'x-api-key': ' k ' })).toBe('k');
    expect(credentialOf({ authorization: 'bearer k' })).toBe('k');
    expect(credentialOf({ 'x-api-key': 'k', authorization: 'Bearer k' })).toBe('k');
    expect(credentialOf({ 'x-api-key': 'k', authorization: 'Basic abc' })).toBe('k');
  });

  it('takes nothing else', () => {
    for (const headers of [
      {},
      { authorization: 'Basic k' },
      { authorization: 'Bearer a b' },
      { authorization: 'Bearer' },
      { 'x-api-key': 'a', authorization: 'Bearer b' },
      { 'x-api-key': ['a', 'b'] },
    ])
      expect(credentialOf(headers)).toBeUndefined();
  });
});
