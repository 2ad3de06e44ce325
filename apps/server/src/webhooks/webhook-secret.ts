import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import type { KeyRing } from '../storage/key-ring.js';

const { accounts } = schema;

const START = 'whsec_';
/** Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;

/** Signs the webhooks of one account: `whsec_` and base64, as Standard Webhooks writes it. */
export const newWebhookSecret = (): string => START + randomBytes(SECRET_BYTES).toString('base64');

/** How it lies in the database: signing needs the secret itself, so a hash would not do. */
export const sealedWebhookSecret = (keyRing: KeyRing, accountId: string, secret: string): string =>
  Buffer.from(keyRing.encrypt(new TextEncoder().encode(secret), purposeOf(accountId))).toString('base64');

/** @throws Error when it was made with a key that is not configured any more */
export const openedWebhookSecret = (keyRing: KeyRing, accountId: string, sealed: string): string =>
  new TextDecoder().decode(keyRing.decrypt(Buffer.from(sealed, 'base64'), purposeOf(accountId)));

/** What signs the messages of an account: its secret, and for a while after a change the one before it. */
export async function signingSecrets(
  { orm }: Database,
  keyRing: KeyRing,
  accountId: string,
): Promise<readonly string[]> {
  const [account] = await orm
    .select({
      current: accounts.webhookSecret,
      previous: sql<string | null>`case when ${accounts.previousWebhookSecretEnds} > now()
        then ${accounts.previousWebhookSecret} end`,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return [account?.current, account?.previous].flatMap((sealed) =>
    sealed ? [openedWebhookSecret(keyRing, accountId, sealed)] : [],
  );
}

const purposeOf = (accountId: string): string => `webhook secret of ${accountId}`;
