import { createPlane } from '@avatar/image';
import {
  CHIN,
  eyeCentres,
  FOREHEAD,
  landmarkPoint,
  LEFT_MOUTH_CORNER,
  RIGHT_MOUTH_CORNER,
} from '@avatar/face';
import type { FaceRegions, Plane } from '@avatar/stage';
import { describeStage, stageContext, syntheticArtifacts } from '@avatar/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { faceRegions } from './face-regions.js';
import { paintSoftPolygon } from './soft-polygon.js';

const person = syntheticArtifacts({ sizePx: 400, faceWidth: 0.45 });
describeStage(faceRegions(), [{ name: 'a drawn person', input: () => person }]);

const at = (plane: Plane, [x, y]: readonly number[]) =>
  plane.data[Math.floor(y) * plane.width + Math.floor(x)];

describe('faceRegions', () => {
  let regions: FaceRegions;
  const { landmarks } = person.face;
  const cheek = landmarkPoint(landmarks, 50);
  const hair = [200, landmarkPoint(landmarks, FOREHEAD)[1] - 12];

  beforeAll(async () => {
    ({ regions } = await faceRegions().run(person, stageContext()));
  });

  test('masks are soft planes of the crop’s size in [0, 1]', () => {
    for (const mask of [regions.skin, regions.eyes, regions.lips, regions.teeth, regions.oval]) {
      expect([mask.width, mask.height]).toEqual([400, 400]);
      expect(mask.data.every((value) => value >= 0 && value <= 1)).toBe(true);
    }
  });

  test('skin is on the cheeks, not on eyes, hair and clothes', () => {
    expect(at(regions.skin, cheek)).toBeGreaterThan(0.9);
    expect(at(regions.skin, eyeCentres(landmarks).left)).toBeLessThan(0.3);
    expect(at(regions.skin, hair)).toBeLessThan(0.2);
    expect(at(regions.skin, [200, 390])).toBeLessThan(0.2);
    expect(at(regions.skin, [5, 5])).toBe(0);
  });

  test('eyes, lips and oval are where the mesh has them', () => {
    expect(at(regions.eyes, eyeCentres(landmarks).right)).toBeGreaterThan(0.6);
    expect(at(regions.eyes, cheek)).toBe(0);
    const [left, right] = [LEFT_MOUTH_CORNER, RIGHT_MOUTH_CORNER].map((i) => landmarkPoint(landmarks, i));
    expect(at(regions.lips, [(left[0] + right[0]) / 2, landmarkPoint(landmarks, 17)[1] - 4])).toBeGreaterThan(
      0.5,
    );
    expect(at(regions.oval, cheek)).toBeGreaterThan(0.99);
    expect(at(regions.oval, [200, landmarkPoint(landmarks, CHIN)[1] + 12])).toBeLessThan(0.01);
  });

  test('the skin colour is the median of the face', () => {
    person.regions.skinLab.forEach((value, i) => expect(regions.skinLab[i]).toBeCloseTo(value, 0));
  });
});

describe('paintSoftPolygon', () => {
  const square = (x: number, y: number, side: number) =>
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
    ] as const;

  test('is soft at the edge and keeps what was there', () => {
    const mask = createPlane(60, 40, 0.2);
    paintSoftPolygon(mask, square(10, 10, 20), 2);
    expect(at(mask, [20, 20])).toBeCloseTo(1, 2);
    expect(at(mask, [30, 20])).toBeGreaterThan(0.3);
    expect(at(mask, [30, 20])).toBeLessThan(0.7);
    expect(at(mask, [50, 20])).toBeCloseTo(0.2, 5);
  });

  test('takes polygons that leave the picture', () => {
    const mask = createPlane(30, 30);
    paintSoftPolygon(mask, square(-10, -10, 20), 1);
    paintSoftPolygon(mask, square(100, 100, 20), 1);
    expect(at(mask, [2, 2])).toBeCloseTo(1, 3);
    expect(at(mask, [25, 25])).toBe(0);
  });
});
