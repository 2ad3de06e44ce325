import { createPlane } from '@avatar/image';
import { headHeightPx, transformLandmarks } from '@avatar/face';
import { transformAbout } from '@avatar/image';
import type { Matte, Plane } from '@avatar/stage';
import { fakeModelHub, stageContext, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { faceAlign } from './face-align.js';
import { describeSubject } from './subject.js';

const SIZE = 400;
const person = syntheticArtifacts({ sizePx: SIZE, faceWidth: 0.22 });
const { landmarks } = person.face;
const headPx = headHeightPx(landmarks);
const eyes = describeSubject(landmarks, person.photo.image, person.matte).eyes;

/** The drawn person with hair like a block: half its width, and its top above the eyes, in head heights. */
function withHair(halfWidth: number, top: number): Matte {
  const alpha: Plane = { ...person.matte.alpha, data: person.matte.alpha.data.slice() };
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++)
      if (
        Math.abs(x - eyes[0]) < halfWidth * headPx &&
        Math.abs(y - eyes[1] + 0.5 * top * headPx) < 0.5 * top * headPx
      )
        alpha.data[y * SIZE + x] = 1;
  return { ...person.matte, alpha };
}
const reach = (outline: Float32Array, axis: 0 | 1): [number, number] => {
  const values = [...outline].filter((_, i) => i % 2 === axis);
  return [Math.min(...values), Math.max(...values)];
};

describe('headOutline', () => {
  test('holds hair as wide and tall as the matte has it, and no shoulders', () => {
    const { outline, chin } = describeSubject(landmarks, person.photo.image, withHair(0.7, 0.9));
    const [left, right] = reach(outline, 0);
    const [top, bottom] = reach(outline, 1);
    for (const [found, expected] of [
      [left, -0.7],
      [right, 0.7],
      [top, -0.9],
      [bottom, chin],
    ])
      expect(Math.abs(found - expected)).toBeLessThan(0.03);
  });

  test('has ears and chin without a matte', () => {
    const { outline, crown, chin } = describeSubject(landmarks, person.photo.image);
    expect(reach(outline, 0)[1]).toBeCloseTo(0.36, 5);
    expect(reach(outline, 1)[0]).toBeCloseTo(crown, 5);
    expect(reach(outline, 1)[1]).toBeCloseTo(chin, 5);
  });

  test('turns with the head', () => {
    const hair = withHair(0.6, 0.8);
    const half = { ...hair, alpha: { ...hair.alpha, data: hair.alpha.data.slice().reverse() } };
    const turned = transformLandmarks(
      landmarks,
      transformAbout([SIZE / 2, SIZE / 2], [SIZE / 2, SIZE / 2], 1, Math.PI),
    );
    const upright = describeSubject(landmarks, person.photo.image, hair).outline;
    const reversed = describeSubject(turned, person.photo.image, half).outline;
    expect(reach(reversed, 0)[1]).toBeCloseTo(reach(upright, 0)[1], 1);
    expect(reach(reversed, 1)[0]).toBeCloseTo(reach(upright, 1)[0], 1);
  });

  test('of an empty matte is that of the landmarks', () => {
    const empty: Matte = { ...person.matte, alpha: createPlane(SIZE, SIZE) };
    expect(describeSubject(landmarks, person.photo.image, empty).outline).toHaveLength(12);
  });
});

test('faceAlign keeps head and hair inside the circle of a circular crop', async () => {
  const vector = new Float32Array(128).fill(1 / Math.sqrt(128));
  const models = fakeModelHub({ sface: () => ({ embedding: { data: vector, dims: [1, 128] } }) });
  const matte = withHair(0.6, 0.8);
  const hairOutside = async (circularCrop: boolean) => {
    const stage = faceAlign({ models, outputSizePx: 200, circularCrop });
    const { face } = await stage.run({ ...person, matte }, stageContext());
    let outside = 0;
    // Above the mouth whatever the matte has is head and hair.
    const lowest = face.landmarks.points[13 * 3 + 1];
    for (let y = 0; y < lowest; y++)
      for (let x = 0; x < 200; x++)
        if (face.alpha.data[y * 200 + x] > 0.5 && Math.hypot(x + 0.5 - 100, y + 0.5 - 100) > 100) outside++;
    return outside;
  };
  expect(await hairOutside(false)).toBeGreaterThan(100);
  expect(await hairOutside(true)).toBe(0);
});
