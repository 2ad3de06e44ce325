import { randomBytes } from 'node:crypto';
import type { KeyRing } from '../storage/key-ring.js';

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

const purposeOf = (accountId: string): string => `webhook secret of ${accountId}`;
