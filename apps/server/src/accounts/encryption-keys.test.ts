import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATABASE_KINDS, type TestDatabase } from '../database/database.test-support.js';
import { schema } from '../database/index.js';
import { createGuardedFetch } from '../net/index.js';
import { createKeyRing } from '../storage/index.js';
import { createWebhookDispatcher, createWebhookOutbox } from '../webhooks/index.js';
import { openedWebhookSecret, signingSecrets } from '../webhooks/webhook-secret.js';
import { createAccountDirectory } from './account-directory.js';

const { open } = DATABASE_KINDS.filter(({ missing }) => missing === undefined).at(-1)!;
let opened: TestDatabase;
beforeAll(async () => {
  opened = await open();
});
afterAll(() => opened[Symbol.asyncDispose]());

const [first, second] = [randomBytes(32), randomBytes(32)];

test('secrets are encrypted with a new key while the server runs, and then the old one can go', async () => {
  const { database } = opened;
  const { account, webhookSecret } = await createAccountDirectory(
    database,
    createKeyRing([first]),
    'server',
  ).create('one');
  const both = createKeyRing([second, first]);
  const renewed = await createAccountDirectory(database, createKeyRing([first]), 'server').renewWebhookSecret(
    account.id,
    60_000,
  );
  expect(await createAccountDirectory(database, both, 'server').rotateSecrets()).toBe(1);
  const [row] = await database.orm.select().from(schema.accounts);
  expect(openedWebhookSecret(createKeyRing([second]), account.id, row.webhookSecret!)).toBe(renewed);
  expect(await signingSecrets(database, createKeyRing([second]), account.id)).toEqual([
    renewed,
    webhookSecret,
  ]);
  expect(() => openedWebhookSecret(createKeyRing([first]), account.id, row.webhookSecret!)).toThrow();
});

test('a message whose secret cannot be opened is given up like any other, and not tried for ever', async () => {
  const { database } = opened;
  const { account } = await createAccountDirectory(database, createKeyRing([first]), 'server').create('two');
  const outbox = createWebhookOutbox(database);
  const errors: unknown[] = [];
  const id = await outbox.add(database.orm, {
    accountId: account.id,
    generationId: 'avt_1',
    url: 'https://example.com/hook',
    eventType: 'generation.succeeded',
    data: {},
  });
  await database.query('update webhook_deliveries set attempts = 9 where id = $1', [id]);
  const dispatcher = createWebhookDispatcher({
    database,
    outbox,
    keyRing: createKeyRing([second]),
    guardedFetch: createGuardedFetch(),
    onError: (error) => errors.push(error),
  });
  await dispatcher.dispatchDue();
  const { rows } = await database.query('select status from webhook_deliveries where id = $1', [id]);
  expect(rows).toEqual([{ status: 'failed' }]);
  expect(errors).toHaveLength(1);
});
