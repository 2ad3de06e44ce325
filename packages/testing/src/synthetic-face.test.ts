import { applyTransform } from '@avatar/image';
import { describe, expect, test } from 'vitest';
import { modelledLandmarks } from './face-model.js';
import { FACE_POINTS } from './face-points.js';
import { syntheticArtifacts } from './synthetic-artifacts.js';
import { syntheticFace } from './synthetic-face.js';
import { syntheticParts } from './synthetic-parts.js';

const frontal = { rollRad: 0, yawRad: 0, pitchRad: 0 };
const landmarksOf = (pose: Partial<typeof frontal>) => {
  const { points } = modelledLandmarks({
    centreXPx: 0,
    centreYPx: 0,
    halfWidthPx: 1,
    pose: { ...frontal, ...pose },
  });
  return (index: number) => ({ x: points[3 * index], y: points[3 * index + 1], z: points[3 * index + 2] });
};

describe('the modelled face', () => {
  test('has 468 points with the parts of a face in their places', () => {
    expect(FACE_POINTS).toHaveLength(2 * 468);
    const at = landmarksOf({});
    const fromTop = [10, 151, 105, 159, 145, 5, 4, 1, 2, 13, 14, 17, 152].map((index) => at(index).y);
    expect(fromTop).toEqual([...fromTop].sort((upper, lower) => upper - lower));
    const fromLeft = [234, 33, 133, 1, 362, 263, 454].map((index) => at(index).x);
    expect(fromLeft).toEqual([...fromLeft].sort((left, right) => left - right));
    for (const [right, left] of [
      [33, 263],
      [133, 362],
      [61, 291],
      [159, 386],
      [145, 374],
      [105, 334],
      [234, 454],
    ]) {
      expect(at(right).x).toBeCloseTo(-at(left).x, 5);
      expect(at(right).y).toBeCloseTo(at(left).y, 5);
    }
  });

  test('has its nose nearest to the viewer', () => {
    const at = landmarksOf({});
    const depths = Array.from({ length: 468 }, (_, index) => at(index).z);
    expect(depths.indexOf(Math.min(...depths))).toBe(4);
    expect(at(234).z).toBeCloseTo(0, 1);
  });

  test('turns by the signs of HeadPose', () => {
    const rolled = landmarksOf({ rollRad: 0.3 });
    const slope = Math.atan2(rolled(263).y - rolled(33).y, rolled(263).x - rolled(33).x);
    expect(slope).toBeCloseTo(0.3, 5);
    expect(landmarksOf({ yawRad: 0.3 })(4).x).toBeGreaterThan(0.2);
    expect(landmarksOf({ pitchRad: 0.3 })(4).y).toBeGreaterThan(landmarksOf({})(4).y + 0.2);
  });
});

describe('syntheticFace', () => {
  test('draws the same bytes again', () => {
    const [first, second] = [0.2, 0.2].map((rollRad) => syntheticFace({ rollRad }).image.data);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  test('puts its landmarks where the transform says', () => {
    const { landmarks, transform } = syntheticFace({ sizePx: 600, rollRad: 0.25, centreX: 0.4 });
    for (const index of [33, 263, 152, 10]) {
      const [x, y] = applyTransform(transform, FACE_POINTS[2 * index], FACE_POINTS[2 * index + 1]);
      expect(landmarks.points[3 * index]).toBeCloseTo(x, 3);
      expect(landmarks.points[3 * index + 1]).toBeCloseTo(y, 3);
    }
  });

  test('paints lips, irises and background under their landmarks', () => {
    const { image, landmarks, alpha } = syntheticFace({ background: [1, 2, 3] });
    const colourAt = (x: number, y: number) => {
      const at = 3 * (Math.round(y) * image.width + Math.round(x));
      return [...image.data.subarray(at, at + 3)];
    };
    const middle = (first: number, second: number) =>
      [0, 1].map(
        (axis) => (landmarks.points[3 * first + axis] + landmarks.points[3 * second + axis]) / 2,
      ) as [number, number];
    expect(colourAt(...middle(33, 133))).toEqual([70, 52, 40]);
    const [red, green] = colourAt(...middle(0, 13));
    expect(red - green).toBeGreaterThan(60);
    expect(colourAt(2, 2)).toEqual([1, 2, 3]);
    expect(alpha.data[0]).toBe(0);
    expect(alpha.data[alpha.data.length - 1 - alpha.width / 2]).toBe(1);
  });

  test('its box is the extent of the landmarks', () => {
    const { box } = syntheticFace({ sizePx: 500, faceWidth: 0.4, centreX: 0.5 });
    expect(box.width).toBeCloseTo(200, 3);
    expect(box.x).toBeCloseTo(150, 3);
  });

  test('refuses options out of range', () => {
    expect(() => syntheticFace({ sizePx: 10 })).toThrow(
      'Expected an integer from 64 to 4096 for sizePx, received 10',
    );
    expect(() => syntheticFace({ yaw: 1 } as object)).toThrow(/Unknown option "yaw"/);
  });
});

describe('syntheticArtifacts', () => {
  test('agree with each other', () => {
    const { photo, faces, face, cutout, regions, embedding, avatar } = syntheticArtifacts({ sizePx: 256 });
    expect(face.crop.width).toBe(photo.image.width);
    expect(faces.faces[0].landmarks).toBe(face.landmarks);
    expect(avatar.landmarks).toBe(face.landmarks);
    expect(Math.hypot(...embedding.vector)).toBeCloseTo(1, 5);
    expect(faces.faces[0].coverage).toBeGreaterThan(0.15);
    const area = (plane: { data: Float32Array }) => plane.data.reduce((sum, value) => sum + value, 0);
    expect(area(regions.skin)).toBeGreaterThan(0.8 * area(regions.oval));
    expect(area(regions.eyes)).toBeGreaterThan(0);
    expect(area(cutout.alpha)).toBeGreaterThan(area(regions.oval));
    expect(regions.skinLab[0]).toBeGreaterThan(60);
  });
});

describe('syntheticParts', () => {
  test('says what is drawn where, and adds up to the person', () => {
    const options = { sizePx: 200, rollRad: 0.2, hair: [200, 160, 130] } as const;
    const { hair, skin, clothes, other } = syntheticParts(options);
    const { alpha, transform } = syntheticFace(options);
    const at = (x: number, y: number): number => {
      const [column, row] = applyTransform(transform, x, y).map(Math.floor);
      return row * 200 + column;
    };
    const [crown, cheek, brow, neck, chest] = [
      at(0, -1.3),
      at(0.5, 0.3),
      at(0.4, -0.35),
      at(0, 1.4),
      at(0, 2.2),
    ];
    expect(hair.data[crown]).toBe(1);
    for (const place of [cheek, brow, neck]) expect(skin.data[place]).toBe(1);
    expect(clothes.data[chest]).toBe(1);
    const total = alpha.data.map((_, i) => hair.data[i] + skin.data[i] + clothes.data[i] + other.data[i]);
    expect(total).toEqual(alpha.data);
  });
});
