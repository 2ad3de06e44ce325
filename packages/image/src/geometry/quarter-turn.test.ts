import type { RasterImage } from '@avatar/stage';
import { expect, test } from 'vitest';
import {
  quarterTurnsToUpright,
  turnedBack,
  turnedToPicture,
  turnPlane,
  turnRaster,
  type QuarterTurns,
} from './quarter-turn.js';
import { applyTransform } from './transform.js';

const ALL: readonly QuarterTurns[] = [0, 1, 2, 3];

const plane = { data: Float32Array.of(1, 2, 3, 4, 5, 6), width: 3, height: 2 };

test('turns clockwise', () => {
  expect(turnPlane(plane, 1)).toEqual({ data: Float32Array.of(4, 1, 5, 2, 6, 3), width: 2, height: 3 });
  expect(turnPlane(plane, 2)).toEqual({ data: Float32Array.of(6, 5, 4, 3, 2, 1), width: 3, height: 2 });
  expect(turnPlane(plane, 3)).toEqual({ data: Float32Array.of(3, 6, 2, 5, 1, 4), width: 2, height: 3 });
});

test.each(ALL)('%i turns there and back give the same plane', (turns) => {
  expect(turnPlane(turnPlane(plane, turns), turnedBack(turns))).toEqual(plane);
});

test('keeps the channels of a pixel together', () => {
  const image = { data: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 2, height: 1, channels: 3 as const };
  expect(turnRaster(image, 1)).toEqual({ ...image, width: 1, height: 2 });
  expect(turnRaster(image, 2).data).toEqual(Uint8Array.of(4, 5, 6, 1, 2, 3));
});

/** Every pixel says where it lies: column in red, row in green. */
function places(width: number, height: number): RasterImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, o = 0; y < height; y++) for (let x = 0; x < width; x++, o += 3) data.set([x, y], o);
  return { data, width, height, channels: 3 };
}

test.each(ALL)('%i turns move each pixel where the transform says', (turns) => {
  const turned = turnRaster(places(6, 4), turns);
  const back = turnedToPicture(6, 4, turns);
  for (let y = 0, o = 0; y < turned.height; y++)
    for (let x = 0; x < turned.width; x++, o += 3) {
      const [px, py] = applyTransform(back, x + 0.5, y + 0.5);
      expect([turned.data[o], turned.data[o + 1]]).toEqual([px - 0.5, py - 0.5]);
    }
});

test('four turns lead back', () => {
  let turned = places(6, 4);
  for (let i = 0; i < 4; i++) turned = turnRaster(turned, 1);
  expect(turned).toEqual(places(6, 4));
});

test.each([
  [0, 0],
  [30, 0],
  [40, 0],
  [-40, 0],
  [-44, 0],
  [90, 3],
  [100, 3],
  [-90, 1],
  [180, 2],
  [-170, 2],
  [-180, 2],
])('what is turned by %i degrees needs %i quarter turns', (degrees, turns) => {
  expect(quarterTurnsToUpright((degrees * Math.PI) / 180)).toBe(turns);
});
