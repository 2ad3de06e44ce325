import { createAccountDirectory } from '../accounts/index.js';
import { createBilling } from '../billing/index.js';
import { loadConfig } from '../config/config.js';
import { openDatabase, type Database } from '../database/index.js';
import { createKeyRing } from '../storage/index.js';

/** Opens the database beside the servers; the embedded one only while none runs. */
export async function withDatabase<T>(
  env: Readonly<Record<string, string>>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(loadConfig(env));
  try {
    return await work(database);
  } finally {
    await database[Symbol.asyncDispose]();
  }
}

/** An account with ten credits. */
export const newAccount = (env: Readonly<Record<string, string>>) =>
  withDatabase(env, async (database) => {
    const keyRing = createKeyRing(loadConfig(env).keys.encryption);
    const directory = createAccountDirectory(database, keyRing, 'server');
    const { account } = await directory.create('test', { billing: 'credits' });
    await createBilling(database).grant(account.id, 10);
    return { id: account.id, headers: { 'x-api-key': await directory.createKey(account.id) } };
  });

/** Rows of the ledger that charge, and avatars that lie in the database and in the store. */
export const done = (env: Readonly<Record<string, string>>, accountId: string) =>
  withDatabase(env, async (database) => {
    const count = async (what: string) =>
      Number(
        (await database.query(`select count(*)::int as n from ${what} and account_id = $1`, [accountId]))
          .rows[0].n,
      );
    return {
      charges: await count(`ledger where kind = 'charge'`),
      outputs: await count(`stored_objects where kind = 'output'`),
      photos: await count(`stored_objects where kind in ('queued', 'input')`),
      reservations: await count('reservations where true'),
    };
  });
