import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { describe, expect, test } from 'vitest';
import { migrationsFolder } from './migrate.js';

interface Entry {
  readonly tag: string;
  readonly when: number;
}
const { entries } = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as {
  entries: Entry[];
};

/** A database as a server of an earlier version left it. */
async function databaseAt(version: number): Promise<PGlite> {
  const client = await PGlite.create();
  await client.exec(
    `create schema drizzle;
     create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  );
  for (const { tag, when } of entries.slice(0, version + 1)) {
    const text = readFileSync(join(migrationsFolder, `${tag}.sql`), 'utf8');
    for (const statement of text.split('--> statement-breakpoint')) await client.exec(statement);
    const hash = createHash('sha256').update(text).digest('hex');
    await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
      hash,
      when,
    ]);
  }
  return client;
}

/** What a server of any version has: accounts, keys, avatars, charges, photos and messages. */
async function fill(client: PGlite, version: number): Promise<void> {
  const balance = version >= 1;
  await client.exec(`
    insert into accounts (id, name) values ('acc_1', 'One'), ('acc_2', 'Two');
    insert into api_keys (hash, prefix, account_id) values ('h', 'avatar_1', 'acc_1');
    insert into batches (id, account_id, size, request) values ('bat_1', 'acc_1', 1, '{}');
    insert into generations (id, account_id, kind, status, request, batch_id, batch_index)
      values ('avt_1', 'acc_1', 'batch-item', 'queued', '{"reference":"Grace"}', 'bat_1', 0);
    insert into job_events (generation_id, delivery, position, type, data) values ('avt_1', 1, 0, 'x', '{}');
    insert into stored_objects (key, account_id, kind, content_type, size_bytes) values ('que_1', 'acc_1', 'queued', 'x', 1);
    insert into webhook_deliveries (id, account_id, generation_id, url, event_type, payload)
      values ('msg_1', 'acc_1', 'avt_1', 'https://example.com', 'generation.succeeded', '{}');
    insert into ledger (account_id, kind, credits, generation_id ${balance ? ', balance' : ''}) values
      ('acc_1', 'grant', 10, null ${balance ? ', 10' : ''}),
      ('acc_2', 'grant', 5, null ${balance ? ', 5' : ''}),
      ('acc_1', 'charge', -1, 'avt_1' ${balance ? ', 9' : ''});
    insert into idempotency_keys (account_id, key, request_hash, expires_at ${version >= 2 ? ', owner' : ''})
      values ('acc_1', 'k', 'h', now() ${version >= 2 ? ", 'o'" : ''});`);
}

describe('a database with rows is brought up to date', () => {
  for (const [version, { tag }] of entries.entries())
    test(`from ${tag}`, async () => {
      const client = await databaseAt(version);
      await fill(client, version);
      await migrate(drizzle(client), { migrationsFolder });
      const { rows } = await client.query('select account_id, balance from ledger order by id');
      expect(rows).toEqual([
        { account_id: 'acc_1', balance: 10 },
        { account_id: 'acc_2', balance: 5 },
        { account_id: 'acc_1', balance: 9 },
      ]);
      const found = await client.query('select status, reference, batch_id from generations');
      if (version < 3)
        expect(found.rows).toEqual([{ status: 'queued', reference: 'Grace', batch_id: 'bat_1' }]);
      await client.close();
    }, 120_000);
});
