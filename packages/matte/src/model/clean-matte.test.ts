import { createPlane, fillPolygon, type Point } from '@avatar/image';
import type { Plane, RasterImage } from '@avatar/stage';
import { expect, test } from 'vitest';
import { includeFace, keepComponents } from './clean-matte.js';
import { fillHoles } from './holes.js';

const SIDE = 200;
const square = (x: number, y: number, side: number): Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];
const at = (plane: Plane, x: number, y: number): number => plane.data[y * plane.width + x];

/** White picture; `colour` fills the squares. */
function picture(...squares: readonly { polygon: Point[]; grey: number }[]): RasterImage {
  const plane = createPlane(SIDE, SIDE, 250);
  for (const { polygon, grey } of squares) fillPolygon(plane, polygon, grey);
  const data = new Uint8Array(SIDE * SIDE * 3);
  for (let i = 0; i < data.length; i++) data[i] = plane.data[Math.floor(i / 3)];
  return { data, width: SIDE, height: SIDE, channels: 3 };
}

const PERSON = square(40, 40, 120);

function personWithHole(hole: Point[], alphaInHole = 0): Plane {
  const alpha = createPlane(SIDE, SIDE);
  fillPolygon(alpha, PERSON);
  fillPolygon(alpha, hole, alphaInHole);
  return alpha;
}

test('only what hangs together with a seed is kept', () => {
  const alpha = createPlane(SIDE, SIDE);
  fillPolygon(alpha, square(10, 10, 50));
  fillPolygon(alpha, square(120, 120, 50), 0.8);
  const kept = keepComponents(alpha, [[30, 30]]);
  expect(at(kept, 59, 59)).toBe(1);
  expect(at(kept, 140, 140)).toBe(0);
  expect(
    at(
      keepComponents(alpha, [
        [30, 30],
        [150, 150],
      ]),
      140,
      140,
    ),
  ).toBeCloseTo(0.8);
});

test('a seed outside the matte counts from its nearest pixel', () => {
  const alpha = createPlane(SIDE, SIDE, 1);
  expect(keepComponents(alpha, [[-40, 900]]).data.every((value) => value === 1)).toBe(true);
});

test('the face becomes opaque and the rest stays', () => {
  const alpha = createPlane(SIDE, SIDE, 0.25);
  const solid = includeFace(alpha, square(80, 80, 40));
  expect(at(solid, 100, 100)).toBeCloseTo(1);
  expect(at(solid, 20, 20)).toBe(0.25);
});

test('a hole in the colours of the person is closed', () => {
  const hole = square(95, 95, 10);
  const closed = fillHoles(personWithHole(hole), picture({ polygon: PERSON, grey: 40 }));
  expect(at(closed, 100, 100)).toBe(1);
  expect(at(closed, 10, 10)).toBe(0);
});

test('a hole that the background shows through stays open', () => {
  const hole = square(95, 95, 10);
  const image = picture({ polygon: PERSON, grey: 40 }, { polygon: hole, grey: 250 });
  expect(at(fillHoles(personWithHole(hole), image), 100, 100)).toBe(0);
});

test('a hole that the model doubts is closed whatever its colours', () => {
  const hole = square(95, 95, 10);
  const image = picture({ polygon: PERSON, grey: 40 }, { polygon: hole, grey: 250 });
  expect(at(fillHoles(personWithHole(hole, 0.4), image), 100, 100)).toBe(1);
});

test('gaps between strands at the outline and large openings stay open', () => {
  const image = picture({ polygon: PERSON, grey: 40 });
  expect(at(fillHoles(personWithHole(square(42, 90, 4)), image), 43, 92)).toBe(0);
  expect(at(fillHoles(personWithHole(square(70, 70, 60)), image), 100, 100)).toBe(0);
});
