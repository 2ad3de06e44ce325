import { syntheticArtifacts } from '@avatar/testing';
import { createPlanar, rasteriseSvg, toLab } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { measureEyes } from './eye-colours.js';
import { eyeSvg } from './eye-drawing.js';
import { axesOf, eyeShapes, openedWider, placeIn, type EyeShape } from './eye-shape.js';

const SIZE = 400;
const { landmarks } = syntheticArtifacts({ sizePx: SIZE, faceWidth: 0.6 }).face;
const eyes = eyeShapes(landmarks);

/** A face of one colour with round irises, `shift` of an eye's width to the right of the middle. */
function faceWithIrises(colour: readonly [number, number, number], shift: number) {
  const image = createPlanar(SIZE, SIZE);
  image.planes.forEach((plane) => plane.fill(0.75));
  for (const eye of eyes) {
    const [x, y] = placeIn(eye, eye.widthPx / 2, 0);
    const radius = 0.2 * eye.widthPx;
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++) {
        const distance = Math.hypot(dx, dy) / radius;
        if (distance > 1) continue;
        const i = Math.round(y + dy) * SIZE + Math.round(x + dx + shift * eye.widthPx);
        image.planes.forEach((plane, k) => (plane[i] = distance < 0.4 ? 0.03 : colour[k]));
      }
  }
  return toLab(image);
}

describe('eyeShapes', () => {
  it('have axes that lead from the outer to the inner corner and down', () => {
    for (const eye of eyes) {
      expect(axesOf(eye, eye.upper[8])[0]).toBeCloseTo(eye.widthPx, 3);
      expect(eye.down[1]).toBeGreaterThan(0);
      const [x, y] = placeIn(eye, ...(axesOf(eye, [123, 45]) as [number, number]));
      expect([x, y].map(Math.round)).toEqual([123, 45]);
    }
  });

  it('open wider, more so with strength, and keep their corners', () => {
    const gap = (eye: EyeShape) => eye.lower[4][1] - eye.upper[4][1];
    for (const eye of eyes) {
      const half = openedWider(eye, eye.openness, 0.5);
      const full = openedWider(eye, eye.openness, 1);
      expect(gap(half)).toBeGreaterThan(gap(eye));
      expect(gap(full)).toBeGreaterThan(gap(half));
      expect(full.upper[0][0]).toBeCloseTo(eye.upper[0][0], 3);
    }
  });
});

describe('measureEyes', () => {
  it('finds the colour of the irises', () => {
    const blue = measureEyes(faceWithIrises([0.25, 0.4, 0.65], 0), landmarks, eyes, 75).iris;
    const brown = measureEyes(faceWithIrises([0.4, 0.25, 0.12], 0), landmarks, eyes, 75).iris;
    expect(blue[2]).toBeLessThan(-10);
    expect(brown[2]).toBeGreaterThan(10);
  });

  it('sees where both eyes look', () => {
    const gaze = (shift: number) =>
      measureEyes(faceWithIrises([0.3, 0.2, 0.1], shift), landmarks, eyes, 75).gaze;
    expect(Math.abs(gaze(0))).toBeLessThan(0.02);
    expect(gaze(0.08)).toBeGreaterThan(0.03);
    expect(gaze(-0.08)).toBeLessThan(-0.03);
  });
});

it('draws white beside a dark iris, and nothing far from the eye', async () => {
  const [eye] = eyes;
  const colours = { iris: [30, 8, 20], gaze: 0, lashes: 0.6 } as const;
  const svg = eyeSvg(openedWider(eye, 0.35, 1), 'e', colours, {
    lash: [11, 5, 0],
    line: [40, 15, 15],
    skinL: 65,
  });
  const { data } = await rasteriseSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}">${svg}</svg>`,
  );
  const at = (along: number, down: number) => {
    const [x, y] = placeIn(eye, along * eye.widthPx, down * eye.widthPx);
    return (Math.round(y) * SIZE + Math.round(x)) * 4;
  };
  const [iris, white, away] = [at(0.5, 0), at(0.17, 0.02), at(0.5, 1)];
  expect(data[white + 3]).toBeGreaterThan(200);
  expect(data[white]).toBeGreaterThan(data[iris] + 60);
  expect(data[away + 3]).toBe(0);
});
