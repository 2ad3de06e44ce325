import { transformAbout } from '@avatar/image';
import { headHeightPx, transformLandmarks } from '@avatar/face';
import type { Matte, Plane, RasterImage } from '@avatar/stage';
import { syntheticFace } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { describeSubject } from './subject.js';
import { warpMatte } from './warp-matte.js';

const { landmarks, alpha, image } = syntheticFace({ sizePx: 400 });
const whole = (plane: Plane): Matte => ({ alpha: plane, region: { x: 0, y: 0, width: 400, height: 400 } });

describe('describeSubject', () => {
  test('finds crown and chin of an upright head', () => {
    const subject = describeSubject(landmarks, image, whole(alpha));
    expect(subject.crownIsCut).toBe(false);
    expect(subject.crown).toBeLessThan(-0.3);
    expect(subject.crown).toBeGreaterThan(-0.9);
    expect(subject.chin).toBeGreaterThan(0.35);
    expect(subject.headHeightPx).toBeCloseTo(headHeightPx(landmarks), 3);
    expect(subject.coverHead).toBeCloseTo(subject.headHeightPx / 400, 5);
  });

  test('sees where the lower border cuts the body, and nowhere else', () => {
    const { cuts } = describeSubject(landmarks, image, whole(alpha));
    expect(cuts.length).toBeGreaterThan(20);
    for (let i = 1; i < cuts.length; i += 2) expect(cuts[i]).toBeGreaterThan(0.3);
  });

  test('ignores the edges of a matte that are not the photo’s', () => {
    const solid: Matte = {
      alpha: { data: new Float32Array(100).fill(1), width: 10, height: 10 },
      region: { x: 50, y: 50, width: 200, height: 200 },
    };
    expect(describeSubject(landmarks, image, solid).cuts).toHaveLength(0);
  });

  test('measures the same in a photo turned upside down', () => {
    const turn = transformAbout([200, 200], [200, 200], 1, Math.PI);
    const reversed = { ...alpha, data: alpha.data.slice().reverse() };
    const upright = describeSubject(landmarks, image, whole(alpha));
    const turned = describeSubject(transformLandmarks(landmarks, turn), image, whole(reversed));
    expect(turned.crown).toBeCloseTo(upright.crown, 1);
    expect(turned.chin).toBeCloseTo(upright.chin, 4);
    expect(Math.abs(turned.cuts.length - upright.cuts.length)).toBeLessThan(12);
  });

  test('without a matte the whole border is a cut and the crown is estimated', () => {
    const photo: RasterImage = { ...image };
    const subject = describeSubject(landmarks, photo);
    const expected = (4 * 400) / (0.02 * subject.headHeightPx);
    expect(Math.abs(subject.cuts.length / 2 / expected - 1)).toBeLessThan(0.05);
    expect(subject.crown).toBeCloseTo(subject.chin - 1, 5);
  });
});

describe('warpMatte', () => {
  test('puts each point of the matte where the transform puts it', () => {
    const data = Float32Array.from({ length: 100 * 50 }, (_, i) => (i % 100) / 100);
    const matte: Matte = {
      alpha: { data, width: 100, height: 50 },
      region: { x: 100, y: 40, width: 200, height: 100 },
    };
    const warped = warpMatte(matte, { a: 2, b: 0, tx: -150, ty: -30 }, { widthPx: 300, heightPx: 300 });
    // Output x 150 is photo x 150, a quarter of the region: column 25.
    expect(warped.data[120 * 300 + 150]).toBeCloseTo(0.25, 1);
    expect(warped.data[120 * 300 + 250]).toBeCloseTo(0.5, 1);
  });
});
