import type { DetectedFace } from '@avatar/stage';
import { modelledLandmarks } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { landmarkBox } from '../mesh/landmarks.js';
import { dominance } from './dominance.js';

const SIDE = 1000;
const pose = { rollRad: 0, yawRad: 0, pitchRad: 0 };

function at(x: number, y: number, halfWidthPx: number): DetectedFace {
  const landmarks = modelledLandmarks({ centreXPx: x, centreYPx: y, halfWidthPx, pose });
  return { landmarks, box: landmarkBox(landmarks) } as DetectedFace;
}

const weight = (face: DetectedFace, width = SIDE, height = SIDE) => dominance(face, width, height);

/** The same face with the middle of its box at `x`, `y`. */
function centred(face: DetectedFace, x: number, y: number): DetectedFace {
  return { ...face, box: { ...face.box, x: x - face.box.width / 2, y: y - face.box.height / 2 } };
}

describe('dominance', () => {
  test('prefers the larger face', () => {
    expect(weight(at(150, 200, 80))).toBeGreaterThan(weight(at(500, 500, 50)));
  });

  test('prefers the middle among equals', () => {
    expect(weight(at(500, 500, 50))).toBeGreaterThan(weight(at(150, 200, 55)));
  });

  test('grows with the square of the size', () => {
    const small = centred(at(500, 500, 40), 500, 500);
    const large = centred(at(500, 500, 80), 500, 500);
    expect(weight(large) / weight(small)).toBeCloseTo(4, 3);
  });

  test('is least in a corner, where 60 % of the weight are gone, and the same at both ends of an axis', () => {
    const face = at(500, 500, 20);
    const middle = weight(centred(face, 500, 500));
    // Half way to the corner, along both axes and along one.
    expect(weight(centred(face, 750, 750)) / middle).toBeCloseTo(1 - 0.6 / 2, 6);
    expect(weight(centred(face, 750, 500)) / middle).toBeCloseTo(1 - 0.6 / 2 / Math.SQRT2, 6);
    for (const [x, y] of [
      [250, 500],
      [500, 250],
      [500, 750],
    ])
      expect(weight(centred(face, x, y))).toBeCloseTo(weight(centred(face, 750, 500)), 6);
  });

  test('measures the way from the middle against the diagonal of a picture of any shape', () => {
    const face = at(500, 500, 20);
    const middle = weight(centred(face, 800, 300), 1600, 600);
    expect(weight(centred(face, 1200, 450), 1600, 600) / middle).toBeCloseTo(1 - 0.6 / 2, 6);
  });

  test.each([
    ['left', 0, 500],
    ['right', SIDE, 500],
    ['top', 500, 0],
    ['bottom', 500, SIDE],
  ])('a face of which the %s border takes half weighs a quarter', (_, x, y) => {
    const face = at(500, 500, 40);
    const uncut = weight(centred(face, 500, 500)) * (1 - 0.6 / Math.SQRT2);
    expect(weight(centred(face, x, y)) / uncut).toBeCloseTo(0.25, 6);
  });

  test('a face whose middle lies beyond a corner loses no more than one in it', () => {
    const face = at(500, 500, 40);
    const { width, height } = face.box;
    const visible = ((width / 2 - 10) * (height / 2 - 10)) / (width * height);
    const whole = weight(centred(face, 500, 500));
    expect(weight(centred(face, -10, -10)) / whole).toBeCloseTo(0.4 * visible ** 2, 6);
  });

  test('a face outside of the picture weighs nothing', () => {
    expect(weight(centred(at(500, 500, 40), -200, 500))).toBe(0);
    expect(weight(centred(at(500, 500, 40), -200, -200))).toBe(0);
  });
});
