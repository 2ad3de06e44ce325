import { expect, test } from 'vitest';
import { engineSize } from './engine-size.js';

const size = (widthPx: number, heightPx: number) => ({ widthPx, heightPx });
const LISTED = [size(1024, 1024), size(1536, 1024), size(1024, 1536)];
const BOUNDED = { minPx: 768, maxPx: 1536, multipleOf: 8 };

test.each([
  [size(512, 512), size(1024, 1024)],
  [size(2048, 2048), size(1024, 1024)],
  [size(1344, 768), size(1536, 1024)],
  [size(768, 1344), size(1024, 1536)],
])('of a list the nearest in shape: %o', (wanted, expected) => {
  expect(engineSize(LISTED, wanted)).toEqual(expected);
});

test('of one shape the nearest in area', () => {
  expect(engineSize([size(256, 256), size(1024, 1024)], size(800, 800))).toEqual(size(1024, 1024));
});

test.each([
  [size(800, 800), size(800, 800)],
  [size(512, 512), size(768, 768)],
  [size(2048, 2048), size(1536, 1536)],
  [size(1000, 1500), size(1000, 1504)],
  [size(512, 1024), size(768, 1536)],
  [size(300, 900), size(768, 1536)],
])('within bounds, in steps: %o', (wanted, expected) => {
  expect(engineSize(BOUNDED, wanted)).toEqual(expected);
});
