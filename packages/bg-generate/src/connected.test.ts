import { expect, test } from 'vitest';
import { borderPixels, floodFill } from './connected.js';

test('a fill takes what hangs together and is accepted, and nothing across a diagonal', () => {
  const map = ['##.#', '#..#', '.#.#'].join('');
  const size = { width: 4, height: 3 };
  const labels = new Uint8Array(12);
  const marked = floodFill(size, labels, 7, [0], (index) => map[index] === '#');
  expect(marked.sort((a, b) => a - b)).toEqual([0, 1, 4]);
  expect(Array.from(labels)).toEqual([7, 7, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0]);
});

test('labelled pixels stop a fill', () => {
  const labels = Uint8Array.of(0, 1, 0);
  expect(floodFill({ width: 3, height: 1 }, labels, 2, [0], () => true)).toEqual([0]);
});

test('the border has every border pixel once', () => {
  const pixels = borderPixels(4, 3);
  expect([...pixels].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 7, 8, 9, 10, 11]);
});
