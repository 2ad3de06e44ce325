import { expect, test } from 'vitest';
import { isTooLong } from './command-line.js';

test('an ordinary command line is not too long; hundreds of photos are', () => {
  expect(isTooLong(['node', 'main.js', 'generate', 'x'.repeat(300)])).toBe(false);
  expect(isTooLong(['node', 'main.js', ...Array.from({ length: 400 }, (_, i) => `IMG_${i}.jpg`)])).toBe(true);
  expect(isTooLong(Array.from({ length: 3000 }, () => ''))).toBe(true);
});
