import { createPlane, fillPolygon } from '@avatar/image';
import type { Plane, RasterImage } from '@avatar/stage';
import { expect, test } from 'vitest';
import type { HeadPlacement } from '../model/head-region.js';
import { clearSeenThrough } from './seen-through.js';

const SIDE = 256;
const head: HeadPlacement = { eyes: [128, 100], heightPx: 110, rollRad: 0 };
type Box = readonly [left: number, top: number, right: number, bottom: number];

const FACE: Box = [80, 40, 176, 256];
/** Beside the cheek: the outside of a ring, what is seen through it, and a bar between ring and ear. */
const RING: Box = [176, 110, 190, 150];
const THROUGH: Box = [179, 113, 187, 147];
const BAR: Box = [190, 104, 198, 150];

const boxed = (plane: Plane, [left, top, right, bottom]: Box, value: number): void =>
  fillPolygon(
    plane,
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
    value,
  );

function plane(background: number, ...boxes: readonly (readonly [Box, number])[]): Plane {
  const made = createPlane(SIDE, SIDE, background);
  for (const [box, value] of boxes) boxed(made, box, value);
  return made;
}

/** Grey levels as a picture: skin 160, the ring 110, and what is behind it. */
function pictureWith(through: number, bar: number): RasterImage {
  const { data } = plane(230, [FACE, 160], [RING, 110], [THROUGH, through], [BAR, bar]);
  const pixels = new Uint8Array(3 * SIDE * SIDE);
  for (let i = 0; i < data.length; i++) pixels.fill(data[i], 3 * i, 3 * i + 3);
  return { width: SIDE, height: SIDE, channels: 3, data: pixels };
}

const alpha = plane(0, [FACE, 1], [RING, 1], [THROUGH, 0], [BAR, 1]);
const person = plane(0.05, [FACE, 0.98], [RING, 0.8], [THROUGH, 0.5], [BAR, 0.8]);
const bald = plane(0);
const at = ({ data }: Plane, x: number, y: number): number => data[y * SIDE + x];

test('a bar that shows through an ear-ring too is background; ring and cheek stay', () => {
  const cleared = clearSeenThrough(alpha, pictureWith(30, 30), { person, hair: bald }, head);
  expect(at(cleared, 194, 128)).toBeLessThan(0.05);
  expect(at(cleared, 178, 128)).toBe(1);
  expect(at(cleared, 150, 128)).toBe(1);
});

test.each([
  ['of another colour than what is seen through', pictureWith(230, 30), person, bald],
  ['that surely is the person', pictureWith(30, 30), plane(0.05, [FACE, 0.98], [BAR, 0.97]), bald],
  ['of hair', pictureWith(30, 30), person, plane(0, [BAR, 0.7])],
] as const)('a part %s stays', (_, picture, sure, hair) => {
  expect(at(clearSeenThrough(alpha, picture, { person: sure, hair }, head), 194, 128)).toBe(1);
});

test('the matte of a person without pockets is left as it is', () => {
  const whole = plane(0, [FACE, 1]);
  expect(clearSeenThrough(whole, pictureWith(230, 230), { person, hair: bald }, head)).toBe(whole);
});
