import { expect, test } from 'vitest';
import type { Letter } from './letters.js';
import { linesOfText } from './lines-of-text.js';

/** Six letters in a row that rises by an angle. */
const row = (
  change: (letter: Letter, index: number) => Letter = (letter) => letter,
  angleRad = 0.4,
): Letter[] =>
  Array.from({ length: 6 }, (_, i) =>
    change(
      {
        x: 100 + i * 24 * Math.cos(angleRad),
        y: 100 - i * 24 * Math.sin(angleRad),
        size: 20 + (i % 2) * 3,
        stroke: 3,
        windings: 2.6,
        level: 190,
        contrast: 40,
      },
      i,
    ),
  );

test('letters in a row are a line of text, at any angle', () => {
  for (const angle of [0, 0.4, -1.2])
    expect(linesOfText(row(undefined, angle)).map(({ length }) => length)).toEqual([6]);
});

test('opaque letters have one level, whatever is behind them; see-through ones one contrast', () => {
  const behind = (letter: Letter, i: number) => ({ ...letter, contrast: 60 + i * 30 });
  expect(linesOfText(row(behind))).toHaveLength(1);
  // Black hair.
  expect(linesOfText(row((letter, i) => ({ ...letter, contrast: 20 + i * 10 })))).toEqual([]);
  expect(linesOfText(row((letter, i) => ({ ...letter, level: 120 + i * 20 })))).toHaveLength(1);
  expect(linesOfText(row((letter, i) => ({ ...behind(letter, i), level: 120 + i * 20 })))).toEqual([]);
});

test.each<[string, (letter: Letter, index: number) => Letter]>([
  ['hairs, which do not wind', (letter) => ({ ...letter, windings: 1.2 })],
  ['pieces of any size', (letter, i) => ({ ...letter, size: [12, 20, 12, 20, 12, 20][i] })],
  ['strokes of any width', (letter, i) => ({ ...letter, stroke: 2 + (i % 2) })],
  ['pieces that lie about', (letter, i) => ({ ...letter, y: letter.y + (i % 2) * 15 })],
  ['few letters with gaps', (letter, i) => ({ ...letter, x: letter.x + Math.floor(i / 3) * 60 })],
])('%s are none', (_, change) => {
  expect(linesOfText(row(change))).toEqual([]);
});
