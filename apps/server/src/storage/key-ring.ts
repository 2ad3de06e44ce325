import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Encrypts what lies at rest. */
export interface KeyRing {
  /**
   * @param purpose bound to the result: what was encrypted for one thing cannot pass for another, such as another
   * account's
   */
  readonly encrypt: (bytes: Uint8Array, purpose: string) => Uint8Array;
  /** @throws Error when it was changed, was made for another purpose, or its key is not in the ring */
  readonly decrypt: (sealed: Uint8Array, purpose: string) => Uint8Array;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const KEY_ID_BYTES = 8;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = KEY_ID_BYTES + IV_BYTES + TAG_BYTES;

/**
 * AES-256-GCM with a fresh random nonce each time (NIST SP 800-38D). The first key encrypts, all decrypt, so a key is
 * changed by putting a new one in front and taking the old one away when nothing made with it is left: a day for
 * photos.
 *
 * @param keys 32 random bytes each
 */
export function createKeyRing(keys: readonly Uint8Array[]): KeyRing {
  if (keys.length === 0 || keys.some((key) => key.length !== KEY_BYTES))
    throw new TypeError(`Expected at least one encryption key, each of ${KEY_BYTES} bytes`);
  const byId = new Map(keys.map((key) => [keyId(key).toString('hex'), key]));
  const [current] = keys;

  return {
    encrypt: (bytes, purpose) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, current, iv).setAAD(Buffer.from(purpose));
      const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return new Uint8Array(Buffer.concat([keyId(current), iv, cipher.getAuthTag(), ciphertext]));
    },
    decrypt: (sealed, purpose) => {
      const buffer = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (buffer.length < HEADER_BYTES) throw new Error('Expected something encrypted, received fewer bytes');
      const key = byId.get(buffer.toString('hex', 0, KEY_ID_BYTES));
      if (key === undefined)
        throw new Error(
          'The key that this was encrypted with is not configured; add it after the current one',
        );
      const iv = buffer.subarray(KEY_ID_BYTES, KEY_ID_BYTES + IV_BYTES);
      const decipher = createDecipheriv(CIPHER, key, iv)
        .setAAD(Buffer.from(purpose))
        .setAuthTag(buffer.subarray(KEY_ID_BYTES + IV_BYTES, HEADER_BYTES));
      return new Uint8Array(
        Buffer.concat([decipher.update(buffer.subarray(HEADER_BYTES)), decipher.final()]),
      );
    },
  };
}

/** Names a key without telling anything about it. */
const keyId = (key: Uint8Array): Buffer =>
  createHash('sha256').update('avatar key id\0').update(key).digest().subarray(0, KEY_ID_BYTES);
