import { expect, test } from 'vitest';
import { turnPlane, turnRaster } from './quarter-turn.js';

const plane = { data: Float32Array.of(1, 2, 3, 4, 5, 6), width: 3, height: 2 };

test('turns clockwise', () => {
  expect(turnPlane(plane, 1)).toEqual({ data: Float32Array.of(4, 1, 5, 2, 6, 3), width: 2, height: 3 });
  expect(turnPlane(plane, 2)).toEqual({ data: Float32Array.of(6, 5, 4, 3, 2, 1), width: 3, height: 2 });
  expect(turnPlane(plane, 3)).toEqual({ data: Float32Array.of(3, 6, 2, 5, 1, 4), width: 2, height: 3 });
});

test.each([0, 1, 2, 3])('%i turns there and the rest of the way give the same plane', (turns) => {
  expect(turnPlane(turnPlane(plane, turns), (4 - turns) % 4)).toEqual(plane);
});

test('keeps the channels of a pixel together', () => {
  const image = { data: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 2, height: 1, channels: 3 as const };
  expect(turnRaster(image, 1)).toEqual({ ...image, width: 1, height: 2 });
  expect(turnRaster(image, 2).data).toEqual(Uint8Array.of(4, 5, 6, 1, 2, 3));
});
