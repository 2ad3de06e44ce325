import { describe, expect, test } from 'vitest';
import { anchorCentres } from './anchors.js';
import { decodeBlaze } from './blaze-decode.js';
import type { Candidate } from './candidate.js';
import { boxOverlap, suppressOverlaps } from './overlap.js';
import { isWholeInTile, squareOver, tileBoxes } from './tiles.js';

const box = (x: number, y: number, width: number, height = width) => ({ x, y, width, height });

describe('anchorCentres', () => {
  test('lists cells row by row, layer after layer', () => {
    const centres = anchorCentres(256, [
      { stridePx: 16, perCell: 2 },
      { stridePx: 32, perCell: 6 },
    ]);
    expect(centres).toHaveLength(2 * (512 + 384));
    expect([...centres.subarray(0, 6)]).toEqual([8, 8, 8, 8, 24, 8]);
    expect([...centres.subarray(1024, 1028)]).toEqual([16, 16, 16, 16]);
  });
});

describe('decodeBlaze', () => {
  const anchors = anchorCentres(64, [{ stridePx: 32, perCell: 1 }]);
  const boxes = new Float32Array(4 * 16);
  boxes.set([4, -4, 20, 20, -5, -6, 5, -6, 0, 0, 0, 6, -9, -4, 9, -4], 16);
  const layer = { scores: Float32Array.of(-3, 2, -9, Number.NaN), boxes };

  test('places boxes and points by their anchor and drops the weak', () => {
    const identity = { a: 1, b: 0, tx: 0, ty: 0 };
    const found = decodeBlaze([layer], anchors, 0.5, identity);
    expect(found).toHaveLength(1);
    expect(found[0].score).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
    expect(found[0].box).toEqual(box(42, 2, 20));
    expect(found[0].keypoints.leftEye).toEqual([43, 10]);
    expect(found[0].keypoints.rightEar).toEqual([57, 12]);
  });

  test('keeps the size of a box found in a turned crop', () => {
    const turned = { a: 0, b: 3, tx: 200, ty: 0 };
    const [found] = decodeBlaze([layer], anchors, 0.5, turned);
    expect(found.box.width).toBeCloseTo(60, 4);
    expect(found.box.x + found.box.width / 2).toBeCloseTo(200 - 3 * 12, 4);
    expect(found.box.y + found.box.height / 2).toBeCloseTo(3 * 52, 4);
  });
});

describe('overlaps', () => {
  test('are shares of the union and of the smaller box', () => {
    expect(boxOverlap(box(0, 0, 10), box(20, 0, 10))).toEqual({ overUnion: 0, overSmaller: 0 });
    expect(boxOverlap(box(0, 0, 10), box(2, 2, 5))).toEqual({ overUnion: 0.25, overSmaller: 1 });
  });

  test('leave the best of those that show the same place', () => {
    const candidates = [
      { box: box(0, 0, 10), score: 0.6 },
      { box: box(1, 0, 10), score: 0.9 },
      { box: box(30, 0, 10), score: 0.7 },
    ];
    const kept = suppressOverlaps(candidates, ({ overUnion }) => overUnion > 0.3);
    expect(kept.map(({ score }) => score)).toEqual([0.9, 0.7]);
  });
});

describe('tiles', () => {
  test.each([
    [800, 800, 4],
    [1600, 900, 2],
    [900, 1600, 2],
    [1000, 750, 4],
    [2000, 300, 2],
  ])('cover a %d x %d picture', (width, height, count) => {
    const tiles = tileBoxes(width, height);
    expect(tiles).toHaveLength(count);
    expect(Math.max(...tiles.map((tile) => tile.x + tile.width))).toBeCloseTo(width, 6);
    expect(Math.max(...tiles.map((tile) => tile.y + tile.height))).toBeCloseTo(height, 6);
    if (count === 4) expect(tiles[1].x).toBeCloseTo(tiles[0].width * 0.75, 6);
  });

  test('are searched as the square that begins at their corner', () => {
    expect(squareOver(box(10, 20, 40, 30))).toEqual({ centre: [30, 40], sidePx: 40, angleRad: 0 });
  });

  test('drop faces cut by an inner edge, not by the picture’s border', () => {
    const [first] = tileBoxes(800, 800);
    const at = (x: number, y: number) => ({ box: box(x, y, 50) }) as Candidate;
    expect(isWholeInTile(at(100, 100), first, 800, 800)).toBe(true);
    expect(isWholeInTile(at(-5, 100), first, 800, 800)).toBe(true);
    expect(isWholeInTile(at(first.width - 50, 100), first, 800, 800)).toBe(false);
  });
});
