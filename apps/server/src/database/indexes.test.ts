import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccountDirectory, createIdempotencyStore, type Account } from '../accounts/index.js';
import { createBilling, predictedCost } from '../billing/index.js';
import { ConversationStore } from '../conversations/index.js';
import { erasePerson } from '../erasure/index.js';
import {
  batchRecords,
  figuresOf,
  GenerationSignals,
  GenerationStore,
  hasPicture,
  jobPage,
  newId,
  reviewPage,
  usageByDay,
  waitingJobs,
} from '../generations/index.js';
import { recoverGenerations } from '../jobs/index.js';
import { takeNextJob } from '../jobs/job-line.js';
import { createKeyRing, createObjectArchive, openStore } from '../storage/index.js';
import { OwnStyleStore } from '../styles/index.js';
import { sweepAll } from '../upkeep/sweeper.js';
import { createWebhookOutbox, deliveryPage } from '../webhooks/index.js';
import { createServerDatabase } from './database.test-support.js';
import { openDatabase, type Database } from './index.js';

const ROWS = 200_000;
/** Tables that grow with the avatars of all accounts. */
const LARGE = [
  'generations',
  'batches',
  'job_events',
  'stored_objects',
  'webhook_deliveries',
  'idempotency_keys',
  'ledger',
];
const DAY_MS = 24 * 3_600_000;
const missing = process.env.AVATAR_TEST_DATABASE_URL === undefined;

/** Rows of a hundred accounts, made in the last weeks; of one job in a hundred somebody has to take care yet. */
const FILL = `
  insert into accounts (id, name, settings)
    select 'acc_' || i, 'A', '{"billing":"credits"}' from generate_series(0, 99) i;
  insert into batches (id, account_id, size, request, created_at)
    select 'bat_' || i, 'acc_' || i % 100, 1, '{}', now() - i * interval '10 seconds' from generate_series(1, ${ROWS}) i;
  insert into generations (id, account_id, kind, status, request, batch_id, batch_index, style, reference, decision, cost,
      heartbeat_at, created_at, finished_at)
    select 'avt_' || i, 'acc_' || i % 100, 'generate',
      case when i % 1000 = 1 then 'queued' when i % 1000 = 2 then 'running' else 'succeeded' end, '{"version":2,"options":{}}',
      'bat_' || i, 0, 'style_' || i % 7, 'person ' || i, case when i % 50 = 0 then 'review' else 'accept' end, 0.00001, now(),
      now() - i * interval '10 seconds',
      case when i % 1000 in (1, 2) then null else now() - i * interval '10 seconds' end
    from generate_series(1, ${ROWS}) i;
  insert into job_events (generation_id, delivery, position, type, data)
    select 'avt_' || i, 1, 0, 'x', '{}' from generate_series(1, ${ROWS}) i;
  insert into stored_objects (key, account_id, kind, generation_id, content_type, size_bytes, expires_at)
    select 'out_' || i, 'acc_' || i % 100, 'output', 'avt_' || i, 'image/png', 1, now() + interval '1 hour'
    from generate_series(1, ${ROWS}) i;
  insert into webhook_deliveries (id, account_id, generation_id, url, event_type, payload, status, created_at)
    select 'msg_' || i, 'acc_' || i % 100, 'avt_' || i, 'https://example.com', 'x', '{}', 'delivered',
      now() - i * interval '10 seconds' from generate_series(1, ${ROWS}) i;
  insert into idempotency_keys (account_id, key, request_hash, owner, bound_to, expires_at)
    select 'acc_' || i % 100, 'k' || i, 'h', 'o', 'avt_' || i, now() + interval '1 day' from generate_series(1, ${ROWS}) i;
  insert into ledger (account_id, kind, credits, balance, generation_id)
    select 'acc_' || i % 100, 'charge', -1, 0, 'avt_' || i from generate_series(1, ${ROWS}) i;
  insert into ledger (account_id, kind, credits, balance) select 'acc_' || i, 'grant', 1000, 1000 from generate_series(0, 99) i;`;

describe.skipIf(missing)(`with ${ROWS} rows, on a PostgreSQL`, () => {
  let database: Database;
  let folder: string;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'avatar-indexes-'));
    const made = await createServerDatabase();
    drop = made.drop;
    // One connection, so that what it did is counted as soon as it is asked.
    database = await openDatabase({ dataDir: '', database: { url: made.url, poolSize: 1 } });
    for (const statement of FILL.split(';\n')) await database.query(statement);
    await database.query('vacuum analyze');
  }, 600_000);
  afterAll(async () => {
    await database[Symbol.asyncDispose]();
    await drop();
    await rm(folder, { recursive: true });
  });

  /** Large tables that PostgreSQL read from their beginning to their end while the work was done. */
  async function readWhole(work: () => Promise<unknown>): Promise<string[]> {
    const scans = async () => {
      await database.query('select pg_stat_force_next_flush()');
      await database.query('select pg_stat_clear_snapshot()');
      const { rows } = await database.query(
        'select relname::text as name, seq_scan from pg_stat_user_tables',
      );
      return new Map(rows.map(({ name, seq_scan }) => [String(name), Number(seq_scan)]));
    };
    const before = await scans();
    await work();
    const after = await scans();
    return LARGE.filter((name) => after.get(name) !== before.get(name));
  }

  test('a table that is read whole is seen', async () => {
    expect(await readWhole(() => database.query('select count(*) from generations where cost > 1'))).toEqual([
      'generations',
    ]);
  });

  test('nothing that a request or the upkeep does reads a large table whole', async () => {
    const keyRing = createKeyRing([randomBytes(32)]);
    const billing = createBilling(database);
    const outbox = createWebhookOutbox(database);
    const idempotency = createIdempotencyStore(database, keyRing, { heartbeatMs: 4_000, silenceMs: 15_000 });
    const archive = createObjectArchive(
      database,
      await openStore({ kind: 'local', directory: folder }),
      keyRing,
    );
    const store = new GenerationStore(database, billing, () => Promise.resolve());
    const signals = await GenerationSignals.start(database);
    const directory = createAccountDirectory(database, keyRing, 'server');
    const account: Account = { id: 'acc_7', name: 'A', settings: { billing: 'credits' } };
    const [from, to] = [new Date(Date.now() - DAY_MS), new Date()];
    const reservation = { accountId: account.id, generationId: newId('avt'), credits: 1 };
    const works: Readonly<Record<string, () => Promise<unknown>>> = {
      price: () => predictedCost({ database, billing, pricePerCoreHour: 1 }, account.id, 'style_3'),
      sweep: () =>
        sweepAll({
          database,
          archive,
          idempotency,
          outbox,
          conversations: new ConversationStore(database, archive),
          unanswered: { database, billing, store, archive },
          ownStyles: new OwnStyleStore(database),
          recordMs: 90 * DAY_MS,
          conversationMs: 30 * DAY_MS,
        }),
      messages: () => outbox.claim(16, 1_000),
      deliveries: () => deliveryPage(database, account.id, { limit: 20, before: 'msg_107' }),
      recovery: () =>
        recoverGenerations({
          database,
          store,
          releaseHeld: billing.releaseStale,
          wakeWorkers: async () => undefined,
          signals,
          archive,
          maxDeliveries: 3,
          silenceMs: DAY_MS,
        }),
      queue: () => takeNextJob({ database, store, workerId: 'wrk_1' }),
      styles: () => takeNextJob({ database, store, workerId: 'wrk_1', line: 'styles' }),
      depth: () => waitingJobs(database.orm, 1_000, account.id),
      depths: () => waitingJobs(database.orm, 10_000),
      jobs: () => jobPage(database, account.id, { limit: 20, before: 'avt_1007' }),
      review: () => reviewPage(database, account.id, { limit: 20 }),
      figures: () => figuresOf(database, account.id, from, to),
      usage: () => usageByDay(database, account.id, from, to),
      batch: () => batchRecords(database, account.id, 'bat_107'),
      job: () => store.find(account.id, 'avt_107'),
      answers: () => idempotency.withdraw(account.id, 'avt_107', { statusCode: 404, headers: {}, body: '' }),
      picture: () => hasPicture(database, 'avt_107'),
      repetition: () => idempotency.begin(account.id, 'k107', 'h'),
      reservation: () => billing.reserve(reservation),
      beat: () => billing.beat(),
      release: () => billing.release(database.orm, reservation.generationId),
      balance: () => billing.balance(account.id),
      erasure: () =>
        erasePerson(
          { database, archive, store, signals, directory, actor: 'operator' },
          account.id,
          'person 207',
        ),
    };
    const found: Record<string, string[]> = {};
    for (const [name, work] of Object.entries(works)) {
      const tables = await readWhole(work);
      if (tables.length > 0) found[name] = tables;
    }
    await signals.stop();
    expect(found).toEqual({});
  }, 120_000);
});
