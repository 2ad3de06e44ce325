import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createUrlSigner } from './url-signer.js';

const [old, current] = [randomBytes(32), randomBytes(32)];
const path = '/v1/files/out_1';
const at = (ms: number, keys = [current]) => createUrlSigner({ keys, now: () => ms });

const verified = (url: string, signer = at(0), asPath?: string): boolean => {
  const { pathname, searchParams } = new URL(url, 'http://x');
  const [expires, signature] = [searchParams.get('expires'), searchParams.get('signature')];
  return signer.verify(asPath ?? pathname, expires ?? undefined, signature ?? undefined);
};

describe('createUrlSigner', () => {
  const url = at(0).sign(path, new Date(60_000));

  it('accepts its own URLs until their time has come', () => {
    expect(url).toMatch(/^\/v1\/files\/out_1\?expires=60&signature=[\w-]{43}$/);
    expect(verified(url, at(59_999))).toBe(true);
    expect(verified(url, at(60_000))).toBe(false);
  });

  it('refuses another path, time or signature', () => {
    expect(verified(url, at(0), '/v1/files/out_2')).toBe(false);
    expect(verified(url.replace('expires=60', 'expires=61'))).toBe(false);
    expect(verified(url.slice(0, -2))).toBe(false);
    expect(verified(url.replace(/signature=./, 'signature=*'))).toBe(false);
    for (const [expires, signature] of [
      [undefined, undefined],
      ['60', ''],
      ['1e9', 'x'],
      ['-1', 'x'],
      ['NaN', 'x'],
    ])
      expect(at(0).verify(path, expires, signature)).toBe(false);
  });

  it('accepts what an older key signed while it is listed, and signs with the first', () => {
    const signedByOld = at(0, [old]).sign(path, new Date(60_000));
    const rotated = at(0, [current, old]);
    expect(verified(signedByOld, rotated)).toBe(true);
    expect(verified(rotated.sign(path, new Date(60_000)), at(0, [current]))).toBe(true);
    expect(verified(signedByOld, at(0, [current]))).toBe(false);
  });

  it('needs a key', () => expect(() => createUrlSigner({ keys: [] })).toThrow(TypeError));
});
