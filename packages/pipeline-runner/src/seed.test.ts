import { expect, test } from 'vitest';
import { stageSeed } from './seed.js';

test('is the FNV-1a hash of the four seed bytes and the name', () => {
  // Four zero bytes leave offset basis x prime^4; then the published test vector form: one xor and multiply a byte.
  let expected = 0x811c9dc5n;
  for (const byte of [0, 0, 0, 0, 'a'.charCodeAt(0)])
    expected = ((expected ^ BigInt(byte)) * 0x01000193n) & 0xffffffffn;
  expect(stageSeed(0, 'a')).toBe(Number(expected));
});

test('differs between stages and between runs, and is a 32-bit unsigned integer', () => {
  const seeds = [0, 1, 0xffffffff].flatMap((seed) =>
    ['style-apply', 'background'].map((name) => stageSeed(seed, name)),
  );
  expect(new Set(seeds).size).toBe(seeds.length);
  for (const seed of seeds) expect(seed).toBe(seed >>> 0);
});
