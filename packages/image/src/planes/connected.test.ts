import { expect, test } from 'vitest';
import { borderPixels, floodFill, OPEN_LABEL } from './connected.js';

test('a fill takes what hangs together and is accepted, and nothing across a diagonal', () => {
  const map = ['##.#', '#..#', '.#.#'].join('');
  const size = { width: 4, height: 3 };
  const labels = Uint8Array.from(map, (cell) => (cell === '#' ? OPEN_LABEL : 0));
  const marked = floodFill(size, labels, 7, [0]);
  expect(Array.from(marked).sort((a, b) => a - b)).toEqual([0, 1, 4]);
  expect(Array.from(labels)).toEqual([7, 7, 0, 1, 7, 0, 0, 1, 0, 1, 0, 1]);
});

test('pixels with another label stop a fill', () => {
  const labels = Uint8Array.of(OPEN_LABEL, 3, OPEN_LABEL);
  expect(Array.from(floodFill({ width: 3, height: 1 }, labels, 2, [0]))).toEqual([0]);
});

test('fills may share their room', () => {
  const labels = Uint8Array.of(OPEN_LABEL, 0, OPEN_LABEL);
  const queue = new Int32Array(3);
  floodFill({ width: 3, height: 1 }, labels, 2, [0], queue);
  expect(Array.from(floodFill({ width: 3, height: 1 }, labels, 3, [2], queue))).toEqual([2]);
  expect(Array.from(labels)).toEqual([2, 0, 3]);
});

test('the border has every border pixel once', () => {
  const pixels = borderPixels(4, 3);
  expect([...pixels].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 7, 8, 9, 10, 11]);
});
