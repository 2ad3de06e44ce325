import { createPlane, fillPolygon, type Point } from '@avatar/image';
import { expect, test } from 'vitest';
import type { HeadPlacement } from '../model/head-region.js';
import { strangersBeside } from './strangers.js';

/** The matte has twice the coarse grid's size. */
const SIDE = 256;
const SCALE = [0.5, 0.5] as const;
const first: HeadPlacement = { eyes: [256, 200], heightPx: 200, rollRad: 0 };

/** Faces as boxes around a middle on the coarse grid. */
function facesAt(...boxes: readonly (readonly [x: number, y: number, half: number])[]) {
  const face = createPlane(SIDE, SIDE, 0.02);
  for (const [x, y, half] of boxes) {
    const corners: Point[] = [
      [x - half, y - half],
      [x + half, y - half],
      [x + half, y + half],
      [x - half, y + half],
    ];
    fillPolygon(face, corners, 0.97);
  }
  const nothing = createPlane(SIDE, SIDE);
  return { face, hair: nothing, person: face, other: nothing };
}

const OWN = [128, 110, 25] as const;

test('a face beside the first one is a stranger, where it is and as large', () => {
  const { heads, skin } = strangersBeside(facesAt(OWN, [225, 100, 14]), SCALE, [first]);
  expect(heads).toHaveLength(1);
  expect(heads[0].eyes[0]).toBeCloseTo(450, -1);
  expect(heads[0].eyes[1]).toBeCloseTo(200, -1);
  expect(heads[0].heightPx).toBeGreaterThan(80);
  expect(heads[0].heightPx).toBeLessThan(140);
  expect(skin.data[100 * SIDE + 225]).toBe(1);
  expect(skin.data[110 * SIDE + 128]).toBe(0);
});

test.each([
  ['the first face alone', facesAt(OWN)],
  ['a speck', facesAt(OWN, [225, 100, 3])],
  ['hands under the chin', facesAt(OWN, [150, 210, 14])],
])('%s is nobody', (_, presence) => {
  expect(strangersBeside(presence, SCALE, [first]).heads).toEqual([]);
});

test('who is known already is no stranger', () => {
  const second: HeadPlacement = { eyes: [450, 190], heightPx: 110, rollRad: 0 };
  expect(strangersBeside(facesAt(OWN, [225, 100, 14]), SCALE, [first, second]).heads).toEqual([]);
});

test('skin beside the crown is a stranger, also where it touches the first face', () => {
  // From the first one's ear to somebody who looks over the shoulder.
  const presence = facesAt(OWN, [160, 100, 9], [178, 84, 12]);
  const { heads, skin } = strangersBeside(presence, SCALE, [first]);
  expect(heads).toHaveLength(1);
  expect(skin.data[84 * SIDE + 185]).toBe(1);
  expect(skin.data[110 * SIDE + 128]).toBe(0);
});

test('a large face beside the shoulder is a stranger too', () => {
  expect(strangersBeside(facesAt(OWN, [200, 190, 18]), SCALE, [first]).heads).toHaveLength(1);
});

test('a hand below the chin, or a dog, is smaller than the face of a stranger who leans in', () => {
  expect(strangersBeside(facesAt(OWN, [200, 190, 10]), SCALE, [first]).heads).toHaveLength(0);
});

test('skin beside the jaw is a stranger who looks over the shoulder; ears and half-turned faces have less there', () => {
  const behind = strangersBeside(facesAt(OWN, [157, 128, 8], [172, 142, 12]), SCALE, [first]);
  expect(behind.heads).toHaveLength(1);
  expect(behind.skin.data[142 * SIDE + 176]).toBe(1);
  expect(behind.skin.data[110 * SIDE + 128]).toBe(0);
  expect(strangersBeside(facesAt(OWN, [157, 122, 14]), SCALE, [first]).heads).toEqual([]);
});
