import { createHash, randomBytes } from 'node:crypto';

export interface ApiKey {
  /** `avatar_…`, shown once and never stored. */
  readonly secret: string;
  /** What is stored: hex SHA-256 of the secret. */
  readonly hash: string;
  /** Recognises a key in a list. */
  readonly prefix: string;
}

const START = 'avatar_';
const SECRET_BYTES = 32;
const SHOWN_CHARACTERS = START.length + 6;

/**
 * 256 random bits. Nobody can guess such a key, so a plain hash of it is safe to store, and a slow password hash
 * would only make every request slow. The start lets secret scanners find keys that were published by mistake.
 */
export function newApiKey(): ApiKey {
  const secret = START + randomBytes(SECRET_BYTES).toString('base64url');
  return { secret, hash: hashOfKey(secret), prefix: secret.slice(0, SHOWN_CHARACTERS) };
}

export const hashOfKey = (secret: string): string => createHash('sha256').update(secret).digest('hex');
