import { applyTransform } from '@avatar/image';
import { modelledLandmarks } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import {
  eyeCentres,
  landmarkBox,
  landmarkMean,
  landmarkPoint,
  landmarkPolygon,
  transformLandmarks,
} from './landmarks.js';
import {
  CHIN,
  FACE_OVAL,
  FOREHEAD,
  INNER_LIPS,
  LEFT_BROW,
  LEFT_EYE,
  MESH_POINTS,
  OUTER_LIPS,
  RIGHT_BROW,
  RIGHT_EYE,
} from './mesh-topology.js';
import { MESH_TRIANGLES } from './mesh-triangles.js';
import { polygonArea } from './clip.js';

const pose = { rollRad: 0, yawRad: 0, pitchRad: 0 };
const face = modelledLandmarks({ centreXPx: 200, centreYPx: 220, halfWidthPx: 100, pose });
const GROUPS = { FACE_OVAL, LEFT_EYE, RIGHT_EYE, LEFT_BROW, RIGHT_BROW, OUTER_LIPS, INNER_LIPS };

describe('the topology', () => {
  test.each(Object.entries(GROUPS))(
    '%s is an outline of distinct points that encloses an area',
    (_, group) => {
      expect(new Set(group).size).toBe(group.length);
      expect(Math.max(...group)).toBeLessThan(MESH_POINTS);
      expect(polygonArea(landmarkPolygon(face, group))).toBeGreaterThan(10);
    },
  );

  test('left and right are the subject’s own', () => {
    const { left, right } = eyeCentres(face);
    expect(right[0]).toBeLessThan(left[0]);
    expect(landmarkMean(face, RIGHT_BROW)[0]).toBeLessThan(landmarkMean(face, LEFT_BROW)[0]);
    expect(landmarkPoint(face, FOREHEAD)[1]).toBeLessThan(landmarkPoint(face, CHIN)[1]);
  });

  test('the triangles use every point, are wound alike and fill the oval', () => {
    expect(MESH_TRIANGLES).toHaveLength(2640);
    expect(new Set(MESH_TRIANGLES).size).toBe(MESH_POINTS);
    let area = 0;
    let clockwise = 0;
    for (let i = 0; i < MESH_TRIANGLES.length; i += 3) {
      const [a, b, c] = [0, 1, 2].map((corner) => landmarkPoint(face, MESH_TRIANGLES[i + corner]));
      const doubled = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
      area += doubled / 2;
      if (doubled > 0) clockwise++;
    }
    expect(Math.min(clockwise, 880 - clockwise)).toBeLessThan(9);
    const oval = polygonArea(landmarkPolygon(face, FACE_OVAL));
    expect(Math.abs(Math.abs(area) / oval - 1)).toBeLessThan(0.01);
  });
});

describe('transformLandmarks', () => {
  const transform = { a: 0, b: 2, tx: 7, ty: -3 };
  const moved = transformLandmarks(face, transform);

  test('moves x and y and scales the depth', () => {
    for (const index of [0, 33, 152, 467]) {
      const [x, y, z] = landmarkPoint(face, index);
      const [mx, my, mz] = landmarkPoint(moved, index);
      const [ex, ey] = applyTransform(transform, x, y);
      expect(mx).toBeCloseTo(ex, 3);
      expect(my).toBeCloseTo(ey, 3);
      expect(mz).toBeCloseTo(2 * z, 3);
    }
  });

  test('leaves its input alone', () => {
    expect(moved.points).not.toBe(face.points);
    expect(landmarkBox(face).width).toBeCloseTo(landmarkBox(moved).height / 2, 3);
  });
});

test('landmarkPolygon scales about the mean of the points', () => {
  const outline = landmarkPolygon(face, LEFT_EYE);
  const doubled = landmarkPolygon(face, LEFT_EYE, 2);
  const [cx, cy] = landmarkMean(face, LEFT_EYE);
  expect(doubled[3][0] - cx).toBeCloseTo(2 * (outline[3][0] - cx), 3);
  expect(doubled[3][1] - cy).toBeCloseTo(2 * (outline[3][1] - cy), 3);
});
