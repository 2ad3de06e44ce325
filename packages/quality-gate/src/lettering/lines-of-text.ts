import { mean } from '@avatar/image';
import type { Letter } from './letters.js';

/** Letters of one line: at least so many, at most so far apart and aside in sizes, and so unlike each other. */
const LINE = { letters: 5, gap: 1.9, aside: 0.3, size: 1.5, stroke: 1.6 } as const;
/**
 * Of a whole line: how much sizes, strokes and contrasts may vary (standard deviation over the mean) and, instead of
 * contrasts, levels of opaque letters (standard deviation), and how winding the strokes are. Of writing over faces they varied by at most 0.15, 0.07 and 0.13 at 2.5 windings and more; the rows of
 * hairs, wrinkles, teeth and lashes that come nearest have 1.5.
 */
const TEXT = { size: 0.22, stroke: 0.14, contrast: 0.25, level: 10, opaque: 80, windings: 2 } as const;

/** Lines of text among pieces that could be letters, in any direction. */
export function linesOfText(letters: readonly Letter[]): Letter[][] {
  const found: Letter[][] = [];
  const used = new Set<Letter>();
  for (const [i, a] of letters.entries())
    for (const b of letters.slice(i + 1)) {
      if (used.has(a) || used.has(b) || !areNeighbours(a, b)) continue;
      const line = lineThrough(a, b, letters);
      if (!isText(line)) continue;
      found.push(line);
      for (const letter of line) used.add(letter);
    }
  return found;
}

const ratio = (a: number, b: number): number => Math.max(a, b) / Math.min(a, b);
const areAlike = (a: Letter, b: Letter): boolean =>
  ratio(a.size, b.size) < LINE.size && ratio(a.stroke, b.stroke) < LINE.stroke;

function areNeighbours(a: Letter, b: Letter): boolean {
  const distance = Math.hypot(a.x - b.x, a.y - b.y);
  const size = Math.max(a.size, b.size);
  return distance < LINE.gap * size && distance > size / 4 && areAlike(a, b);
}

/** What lies on the line through two neighbours, up to the first large gap on either side. */
function lineThrough(a: Letter, b: Letter, letters: readonly Letter[]): Letter[] {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const size = (a.size + b.size) / 2;
  const along = ({ x, y }: Letter): number => (x - a.x) * dx + (y - a.y) * dy;
  const aside = ({ x, y }: Letter): number => Math.abs((x - a.x) * dy - (y - a.y) * dx);
  const row = letters
    .filter((letter) => aside(letter) < LINE.aside * size && areAlike(letter, a))
    .sort((one, other) => along(one) - along(other));
  const isGap = (at: number) => along(row[at]) - along(row[at - 1]) > LINE.gap * size;
  let from = row.indexOf(a);
  let to = from + 1;
  while (from > 0 && !isGap(from)) from--;
  while (to < row.length && !isGap(to)) to++;
  return row.slice(from, to);
}

function isText(line: readonly Letter[]): boolean {
  if (line.length < LINE.letters) return false;
  const values = (name: 'size' | 'stroke' | 'level' | 'contrast' | 'windings') =>
    line.map((letter) => letter[name]);
  return (
    mean(values('windings')) >= TEXT.windings &&
    variation(values('size')) <= TEXT.size &&
    variation(values('stroke')) <= TEXT.stroke &&
    (variation(values('contrast')) <= TEXT.contrast || isOpaque(values('level'), values('contrast')))
  );
}

/** One colour, whatever is behind it. Black hair has one too, but little contrast. */
const isOpaque = (levels: readonly number[], contrasts: readonly number[]): boolean =>
  deviation(levels) <= TEXT.level && mean(contrasts) >= TEXT.opaque;

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Standard deviation over the mean. */
const variation = (values: readonly number[]): number => deviation(values) / mean(values);
