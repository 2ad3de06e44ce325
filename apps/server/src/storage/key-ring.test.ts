import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyRing } from './key-ring.js';

const [old, current] = [randomBytes(32), randomBytes(32)];
const secret = new TextEncoder().encode('the photo of somebody');

describe('createKeyRing', () => {
  it('gives back what it was given, and shows nothing of it', () => {
    const ring = createKeyRing([current]);
    for (const bytes of [secret, new Uint8Array(0), new Uint8Array(randomBytes(100_000))]) {
      const sealed = ring.encrypt(bytes, 'acc_1/input/a');
      expect(ring.decrypt(sealed, 'acc_1/input/a')).toEqual(bytes);
    }
    expect(Buffer.from(ring.encrypt(secret, '')).includes('photo')).toBe(false);
  });

  it('never gives the same bytes twice', () => {
    const ring = createKeyRing([current]);
    expect(ring.encrypt(secret, 'a')).not.toEqual(ring.encrypt(secret, 'a'));
  });

  it('takes over what an older key made, and makes nothing with it', () => {
    const sealed = createKeyRing([old]).encrypt(secret, 'a');
    const ring = createKeyRing([current, old]);
    expect(ring.decrypt(sealed, 'a')).toEqual(secret);
    expect(() => createKeyRing([old]).decrypt(ring.encrypt(secret, 'a'), 'a')).toThrow('is not configured');
    expect(() => createKeyRing([current]).decrypt(sealed, 'a')).toThrow('is not configured');
  });

  it('refuses what was made for another purpose', () => {
    const ring = createKeyRing([current]);
    expect(() => ring.decrypt(ring.encrypt(secret, 'acc_1/input/a'), 'acc_2/input/a')).toThrow();
  });

  it('refuses what was changed, wherever', () => {
    const ring = createKeyRing([current]);
    const sealed = ring.encrypt(secret, 'a');
    for (let i = 0; i < sealed.length; i++) {
      const changed = Uint8Array.from(sealed);
      changed[i] ^= 1;
      expect(() => ring.decrypt(changed, 'a')).toThrow();
    }
    for (const length of [0, 35, sealed.length - 1])
      expect(() => ring.decrypt(sealed.subarray(0, length), 'a')).toThrow();
  });

  it('refuses keys of another length', () => {
    expect(() => createKeyRing([])).toThrow(TypeError);
    expect(() => createKeyRing([randomBytes(16)])).toThrow(TypeError);
  });
});
