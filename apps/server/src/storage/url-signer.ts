import { createHmac, timingSafeEqual } from 'node:crypto';

export interface UrlSigner {
  /**
   * @param path begins with a slash
   * @returns the path with `expires` (Unix seconds) and `signature` behind it
   */
  readonly sign: (path: string, expiresAt: Date) => string;
  /** Whether the signature is one of ours for this very path, and the time has not come. */
  readonly verify: (path: string, expires: string | undefined, signature: string | undefined) => boolean;
}

export interface UrlSignerOptions {
  /** The first signs, all are accepted, so that a key can be changed without breaking links. */
  readonly keys: readonly Uint8Array[];
  /** Unix milliseconds. Default: the clock. */
  readonly now?: () => number;
}

const EXPIRES = /^\d{1,12}$/;

/** HMAC-SHA256 over path and time. Who has the link may read the object until then, and nothing else. */
export function createUrlSigner({ keys, now = Date.now }: UrlSignerOptions): UrlSigner {
  if (keys.length === 0) throw new TypeError('Expected at least one signing key');
  return {
    sign: (path, expiresAt) => {
      const expires = String(Math.floor(expiresAt.getTime() / 1000));
      const signature = signatureOf(keys[0], path, expires).toString('base64url');
      return `${path}?expires=${expires}&signature=${signature}`;
    },
    verify: (path, expires = '', signature = '') => {
      if (!EXPIRES.test(expires) || Number(expires) * 1000 <= now()) return false;
      const given = Buffer.from(signature, 'base64url');
      // All keys are tried whatever the first ones say: the time tells nothing about them.
      return keys.map((key) => sameBytes(signatureOf(key, path, expires), given)).includes(true);
    },
  };
}

const signatureOf = (key: Uint8Array, path: string, expires: string): Buffer =>
  createHmac('sha256', key).update(`${path}\n${expires}`).digest();

const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
