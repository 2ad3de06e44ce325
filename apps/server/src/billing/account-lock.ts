import { eq } from 'drizzle-orm';
import { schema, type Orm } from '../database/index.js';

/**
 * Lets one transaction at a time work on what an account has. The others wait for its end; other accounts do not.
 * @returns the account's settings, or undefined when it is gone
 */
export async function lockAccount(
  transaction: Orm,
  accountId: string,
): Promise<schema.AccountSettings | undefined> {
  const [row] = await transaction
    .select({ settings: schema.accounts.settings })
    .from(schema.accounts)
    .where(eq(schema.accounts.id, accountId))
    // Does not stand in the way of rows that only refer to the account, as an update lock would.
    .for('no key update');
  return row?.settings;
}
