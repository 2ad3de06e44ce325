import { BACKGROUNDS } from '@avatar/styles';
import { stageContext } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { background } from './background.js';
import type { DrawnBackground } from './options.js';

const SHAPES = [
  { widthPx: 224, heightPx: 128 },
  { widthPx: 128, heightPx: 224 },
] as const;
const DRAWN = BACKGROUNDS.filter(({ kind }) => kind === 'palette' || kind === 'scene').map(
  ({ token }) => token,
);

async function planesOf(token: string, size: (typeof SHAPES)[number]) {
  const { background: made } = await background({ token: token as DrawnBackground, size }).run(
    {},
    stageContext(),
  );
  if (made.kind !== 'picture') throw new Error('expected a picture');
  return made.image;
}

describe.each(DRAWN)('%s', (token) => {
  test.each(SHAPES)('fills $widthPx x $heightPx px', async (size) => {
    const { planes, width, height } = await planesOf(token, size);
    expect([width, height]).toEqual([size.widthPx, size.heightPx]);
    // No band of one colour stands where a square would have ended.
    const column = (x: number) => Array.from({ length: height }, (_, y) => planes[1][y * width + x]);
    expect(new Set(column(2)).size + new Set(column(width - 3)).size).toBeGreaterThan(6);
    for (const plane of planes) expect(plane.every((value) => value >= 0 && value <= 1.001)).toBe(true);
  });
});

test('the disc of neon_geometric is as round and as large as in a square of the shorter side', async () => {
  const brightRow = async (size: (typeof SHAPES)[number], y: number) => {
    const { planes, width } = await planesOf('neon_geometric', size);
    const middle = width / 2;
    return [40, 45].map((dx) => planes[0][y * width + middle + dx] + planes[0][y * width + middle - dx]);
  };
  // The disc has a radius of 0.335 * 128 = 43 px.
  const [inside, outside] = await brightRow(SHAPES[0], Math.round(0.42 * 128));
  expect(inside).toBeGreaterThan(outside + 0.1);
  const [insideHigh, outsideHigh] = await brightRow(SHAPES[1], Math.round(0.42 * 224));
  expect(insideHigh).toBeGreaterThan(outsideHigh + 0.1);
});
