import { transformLandmarks } from '@avatar/face';
import { transformAbout } from '@avatar/image';
import type { Matte, RasterImage } from '@avatar/stage';
import { syntheticFace } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { lostHair } from './frame-cost.js';
import { solveFraming } from './framing.js';
import { frameSubject } from './slanted-framing.js';
import { describeSubject } from './subject.js';

const WANTED = {
  headHeight: 0.54,
  eyeLine: 0.415,
  minHeadroom: 0.045,
  circularCrop: false,
  width: 1,
  height: 1,
};
const { landmarks, alpha } = syntheticFace({ sizePx: 400 });
const SLANT = (15 * Math.PI) / 180;

/** The face slanted in a tight photo: its border cuts person everywhere but in the uppermost corners. */
function tightPhoto(cutAbovePx: number) {
  const sidePx = 300;
  const turn = transformAbout([200, 200], [150, 150 - cutAbovePx], 1, SLANT);
  const slanted = transformLandmarks(landmarks, turn);
  const data = new Float32Array(sidePx * sidePx);
  for (let y = 0; y < sidePx; y++)
    for (let x = 0; x < sidePx; x++) {
      const [dx, dy] = [x - 150, y - 150 + cutAbovePx];
      const u = Math.round(200 + Math.cos(SLANT) * dx + Math.sin(SLANT) * dy);
      const v = Math.round(200 - Math.sin(SLANT) * dx + Math.cos(SLANT) * dy);
      const isInside = u >= 0 && v >= 0 && u < 400 && v < 400;
      data[y * sidePx + x] = isInside ? alpha.data[v * 400 + u] : 1;
    }
  const matte: Matte = {
    alpha: { data, width: sidePx, height: sidePx },
    region: { x: 0, y: 0, width: sidePx, height: sidePx },
  };
  const photo: RasterImage = {
    data: new Uint8Array(sidePx * sidePx * 3),
    width: sidePx,
    height: sidePx,
    channels: 3,
  };
  return (rollRad: number) => describeSubject(slanted, photo, matte, rollRad);
}

describe('frameSubject', () => {
  test('turns all of the slant back where that shows no cut', () => {
    const face = (rollRad: number) =>
      describeSubject(landmarks, { width: 400, height: 400 }, undefined, rollRad);
    const free = (rollRad: number) => ({ ...face(rollRad), cuts: new Float32Array() });
    expect(frameSubject(WANTED, SLANT, free).subject.rollRad).toBe(SLANT);
  });

  test('leaves slant where turning it back would show how the photo cuts the head', () => {
    const describe = tightPhoto(60);
    const upright = solveFraming(WANTED, describe(SLANT));
    const framed = frameSubject(WANTED, SLANT, describe);
    expect(upright.violation).toBeGreaterThan(0.005);
    expect(framed.violation).toBeLessThan(0.4 * upright.violation);
    expect(framed.subject.rollRad).toBeLessThan(0.5 * SLANT);
  });

  test('slant is counted from the right angle nearest to it', () => {
    const describe = tightPhoto(60);
    const { subject } = frameSubject(WANTED, SLANT + Math.PI / 2, (rollRad) =>
      describe(rollRad - Math.PI / 2),
    );
    // `describe` was asked a right angle less.
    expect(subject.rollRad).toBeGreaterThanOrEqual(-1e-9);
    expect(subject.rollRad).toBeLessThan(0.5 * SLANT);
  });
});

test('slant is counted from the border of a picture that lies slanted in the photo', () => {
  const border = SLANT + 0.2;
  const asked: number[] = [];
  const spied = (rollRad: number) => {
    asked.push(rollRad);
    return tightPhoto(60)(SLANT);
  };
  frameSubject(WANTED, SLANT, spied, border);
  expect(Math.max(...asked)).toBeCloseTo(border, 6);
  expect(Math.min(...asked)).toBeCloseTo(SLANT, 6);
});

describe('hair', () => {
  test('is lost by as much as it reaches out of the square', () => {
    const outline = Float32Array.of(0, -0.9, 0.3, 0);
    expect(lostHair({ headHeight: 0.5, eyeLine: 0.4, shift: 0 }, outline, WANTED)).toBeCloseTo(0.05, 6);
    expect(lostHair({ headHeight: 0.5, eyeLine: 0.5, shift: 0 }, outline, WANTED)).toBe(0);
  });
});
