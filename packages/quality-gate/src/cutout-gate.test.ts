import { headWholeness, transformLandmarks, type HeadCover } from '@avatar/face';
import { createPlane, cutPlanar, cutPlane, fillPolygon } from '@avatar/image';
import type { Box, Plane, Warning } from '@avatar/stage';
import { describeStage, stageContext, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { cutoutGate, reportCutout } from './cutout-gate.js';

const { face, cutout, matte } = syntheticArtifacts();

/** The cut-out without what lies in a polygon given in shares of the picture. */
function without(...corners: readonly (readonly [number, number])[]): Plane {
  const { alpha } = cutout;
  const removed = createPlane(alpha.width, alpha.height);
  fillPolygon(
    removed,
    corners.map(([x, y]) => [x * alpha.width, y * alpha.height] as const),
  );
  return { ...alpha, data: alpha.data.map((value, i) => value * (1 - removed.data[i])) };
}

/** A part of the pictures, which is no square. */
function cutPictures(box: Box) {
  const at = { a: 1, b: 0, tx: -box.x, ty: -box.y };
  return {
    face: {
      ...face,
      crop: cutPlanar(face.crop, box),
      inside: cutPlane(face.inside, box),
      alpha: cutPlane(face.alpha, box),
      landmarks: transformLandmarks(face.landmarks, at),
    },
    cutout: { foreground: cutPlanar(cutout.foreground, box), alpha: cutPlane(cutout.alpha, box) },
  };
}

const reportOn = (alpha: Plane) => reportCutout(face, { ...cutout, alpha });

describeStage(cutoutGate(), [{ name: 'a drawn person', input: () => ({ face, cutout, matte }) }]);

describe('cutoutGate', () => {
  test('leaves a whole person alone, and says what each part measured', async () => {
    const written = await cutoutGate().run({ face, cutout, matte }, stageContext());
    expect(written.cutout).toBe(cutout);
    const { wholeness, threshold, parts } = written.cutoutReport;
    expect(wholeness).toBeGreaterThan(0.9);
    expect(threshold).toBe(0.5);
    expect(Object.keys(parts).slice(0, 5)).toEqual(['confirmed', 'parted', 'decided', 'standing', 'uncut']);
    expect(Object.keys(parts).slice(5)).toEqual(['face', 'skull', 'sides', 'neck', 'chest']);
  });

  test('a person who is just whole enough is left alone', async () => {
    const justWhole = { face, cutout, matte: { ...matte, confirmed: 0.5 } };
    const written = await cutoutGate().run(justWhole, stageContext());
    expect(written.cutoutReport.wholeness).toBe(written.cutoutReport.threshold);
    expect(written.cutout === cutout).toBe(true);
  });

  test.each([
    [
      'the top of the head',
      [
        [0, 0],
        [1, 0],
        [1, 0.33],
        [0, 0.33],
      ],
    ],
    [
      'a bite of the skull',
      [
        [0.55, 0],
        [1, 0],
        [1, 0.42],
        [0.55, 0.42],
      ],
    ],
    [
      'the neck',
      [
        [0, 0.64],
        [1, 0.64],
        [1, 0.8],
        [0, 0.8],
      ],
    ],
  ] as const)('misses %s', (_, corners) => {
    expect(reportOn(without(...corners)).wholeness).toBeLessThan(0.5);
  });

  test('puts the photo itself in the place of a cut-out that lost a part, with a warning', async () => {
    const alpha = without([0, 0], [1, 0], [1, 0.33], [0, 0.33]);
    const warnings: Warning[] = [];
    const context = { ...stageContext(), warn: (warning: Warning) => void warnings.push(warning) };
    const written = await cutoutGate().run({ face, cutout: { ...cutout, alpha }, matte }, context);
    expect(written.cutout.foreground).toBe(face.crop);
    expect(written.cutout.alpha.data.every((opacity) => opacity === 1)).toBe(true);
    expect(written.cutoutReport.wholeness).toBeLessThan(0.5);
    expect(warnings).toMatchObject([{ code: 'cutout-incomplete', threshold: 0.5 }]);
  });

  test('in a picture that is no square a bust that floats is kept, with a warning and for review', async () => {
    const high = cutPictures({ x: 40, y: 0, width: face.crop.width - 80, height: face.crop.height });
    const bottom = Math.round(0.97 * high.cutout.alpha.height) * high.cutout.alpha.width;
    const data = high.cutout.alpha.data.map((value, i) => (i < bottom ? value : 0));
    const floating = { ...high.cutout, alpha: { ...high.cutout.alpha, data } };
    const warnings: Warning[] = [];
    const context = { ...stageContext(), warn: (warning: Warning) => void warnings.push(warning) };
    const written = await cutoutGate().run({ face: high.face, cutout: floating, matte }, context);
    expect(written.cutout).toBe(floating);
    expect(written.cutoutReport).toMatchObject({ wholeness: 0, parts: { standing: 0 } });
    expect(warnings).toMatchObject([{ code: 'cut-by-photo', measured: 0, threshold: 0.5 }]);
  });

  test('does not trust one model alone', async () => {
    expect(reportCutout(face, cutout, { confirmed: 0.6 }).wholeness).toBeGreaterThan(0.5);
    const written = await cutoutGate().run(
      { face, cutout, matte: { ...matte, confirmed: 0.01 } },
      stageContext(),
    );
    expect(written.cutoutReport).toMatchObject({ wholeness: 0.01, parts: { confirmed: 0.01 } });
    expect(written.cutout.foreground).toBe(face.crop);
  });

  test('does not trust a seam all around the head between people who touch', async () => {
    expect(reportCutout(face, cutout, { seamHeads: 0.7 }).wholeness).toBeGreaterThan(0.5);
    const warnings: Warning[] = [];
    const context = { ...stageContext(), warn: (warning: Warning) => void warnings.push(warning) };
    const written = await cutoutGate().run({ face, cutout, matte: { ...matte, seamHeads: 1.4 } }, context);
    expect(written.cutoutReport).toMatchObject({ wholeness: 0.3, parts: { parted: 0.3 } });
    expect(written.cutout.foreground).toBe(face.crop);
    expect(warnings[0].message).toContain('Other people');
  });

  test('asks nothing of what the photo does not show', () => {
    const { width, height } = face.inside;
    const inside = createPlane(width, height);
    // The photo begins under the hairline and ends at the chin.
    inside.data.fill(1, Math.round(0.36 * height) * width, Math.round(0.62 * height) * width);
    const alpha = { ...cutout.alpha, data: cutout.alpha.data.map((value, i) => value * inside.data[i]) };
    const { parts } = reportCutout({ ...face, inside }, { ...cutout, alpha });
    expect(parts['neck']).toBeUndefined();
    expect(parts['chest']).toBeUndefined();
    expect(headWholeness(parts as unknown as HeadCover)).toBeGreaterThan(0.5);
  });

  test('does not trust what no model decided', async () => {
    expect(reportCutout(face, cutout, { undecided: 0.03 }).wholeness).toBeGreaterThan(0.5);
    const written = await cutoutGate().run(
      { face, cutout, matte: { ...matte, undecided: 0.05 } },
      stageContext(),
    );
    expect(written.cutoutReport.parts['decided']).toBeLessThan(0.5);
    expect(written.cutout.foreground).toBe(face.crop);
  });

  test('puts no floating bust before a background', async () => {
    const alpha = without([0, 0.9], [1, 0.9], [1, 1], [0, 1]);
    const warnings: Warning[] = [];
    const context = { ...stageContext(), warn: (warning: Warning) => void warnings.push(warning) };
    const written = await cutoutGate().run({ face, cutout: { ...cutout, alpha }, matte }, context);
    expect(written.cutoutReport).toMatchObject({ wholeness: 0, parts: { standing: 0 } });
    expect(warnings[0].message).toContain('The photo cuts');
  });

  test('shows no shoulder that a side of the photo cuts off', () => {
    const { width, height } = face.inside;
    const photoTo = (share: number) => {
      const inside = createPlane(width, height);
      fillPolygon(inside, [
        [0, 0],
        [share * width, 0],
        [share * width, height],
        [0, height],
      ]);
      return reportCutout({ ...face, inside }, cutout).parts['uncut'];
    };
    expect(photoTo(0.999)).toBe(1);
    expect(photoTo(0.7)).toBeLessThan(0.5);
  });
});
