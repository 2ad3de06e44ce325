import { landmarkPoint } from '@avatar/face';
import type { AlignedFace, AvatarError } from '@avatar/stage';
import { describeStage, stageContext, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { faceReshape } from './face-reshape.js';
import { mouthShape } from './mouth.js';
import type { FaceReshapeOptions } from './options.js';

const SIZE = 320;
const { face: calm } = syntheticArtifacts({ sizePx: SIZE });

describeStage(faceReshape({ smile: 0.5, yawDeg: 5 }), [{ name: 'a face', input: () => ({ face: calm }) }]);

async function reshaped(options: FaceReshapeOptions, face: AlignedFace = calm) {
  const context = stageContext();
  const result = await faceReshape(options).run({ face }, context);
  const shift = (index: number) => {
    const [before, after] = [face, result.face].map(({ landmarks }) => landmarkPoint(landmarks, index));
    return after.map((value, axis) => value - before[axis]);
  };
  return { face: result.face, shift, warnings: context.warnings };
}

/** The middle of what is brighter than the rest of a plane. */
function brightSpot(plane: Float32Array): [number, number] {
  let [sum, x, y] = [0, 0, 0];
  plane.forEach((value, i) => {
    sum += value;
    x += value * ((i % SIZE) + 0.5);
    y += value * (Math.floor(i / SIZE) + 0.5);
  });
  return [x / sum, y / sum];
}

/** The same face, its picture and masks black but for a soft dot at a point of the mesh. */
function marked(index: number): AlignedFace {
  const [cx, cy] = landmarkPoint(calm.landmarks, index);
  const plane = new Float32Array(SIZE * SIZE).map((_, i) =>
    Math.exp(-((((i % SIZE) + 0.5 - cx) ** 2 + (Math.floor(i / SIZE) + 0.5 - cy) ** 2) / 4)),
  );
  const mask = { data: plane, width: SIZE, height: SIZE };
  return { ...calm, crop: { ...calm.crop, planes: [plane, plane, plane] }, alpha: mask, inside: mask };
}

describe('a smile', () => {
  test('draws both corners out and up, the same on both sides, and leaves nose, eyes and chin', async () => {
    const { shift, warnings } = await reshaped({ smile: 0.5 });
    const [right, left] = [shift(61), shift(291)];
    expect(left[0]).toBeGreaterThan(2);
    expect(left[1]).toBeLessThan(-2);
    expect(right[0]).toBeCloseTo(-left[0], 1);
    expect(right[1]).toBeCloseTo(left[1], 1);
    for (const still of [4, 33, 263, 159, 386, 152, 234])
      expect(Math.hypot(...shift(still))).toBeLessThan(0.3);
    expect(warnings).toMatchObject([{ code: 'expression-changed', measured: 0.5 }]);
  });

  test('lifts cheeks and lower lids less than the corners', async () => {
    const { shift } = await reshaped({ smile: 0.5 });
    expect(shift(425)[1]).toBeLessThan(-0.6);
    expect(shift(374)[1]).toBeLessThan(-0.1);
    expect(shift(291)[1]).toBeLessThan(shift(425)[1]);
    expect(shift(425)[1]).toBeLessThan(shift(374)[1]);
  });

  test('keeps closed lips closed', async () => {
    const points = calm.landmarks.points.slice();
    for (const [upper, lower] of [
      [13, 14],
      [82, 87],
      [81, 178],
      [80, 88],
      [312, 317],
      [311, 402],
    ])
      // prettier-ignore
      for (const axis of [0, 1]) points[lower * 3 + axis] = points[upper * 3 + axis];
    const closed: AlignedFace = { ...calm, landmarks: { scheme: 'mesh468', points } };
    const { face } = await reshaped({ smile: 0.5 }, closed);
    for (const [upper, lower] of [
      [13, 14],
      [81, 178],
      [311, 402],
    ]) {
      // prettier-ignore
      const [a, b] = [landmarkPoint(face.landmarks, upper), landmarkPoint(face.landmarks, lower)];
      expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeLessThan(0.05);
    }
  });

  test('evens a mouth with one corner down, instead of making a smirk of it', async () => {
    const points = calm.landmarks.points.slice();
    for (const around of [61, 78, 57, 185, 146, 191, 95]) points[around * 3 + 1] += 3;
    const crooked: AlignedFace = { ...calm, landmarks: { scheme: 'mesh468', points } };
    const { face, shift } = await reshaped({ smile: 0.5 }, crooked);
    expect(mouthShape(crooked.landmarks).skewPx).toBeCloseTo(3, 1);
    expect(mouthShape(face.landmarks).skewPx).toBeLessThan(2.6);
    expect(shift(291)[1]).toBeLessThan(-1);
  });

  test('goes up on a tilted head as it sees up', async () => {
    const { face: tilted } = syntheticArtifacts({ sizePx: SIZE, rollRad: 0.4 });
    const { shift } = await reshaped({ smile: 0.5 }, tilted);
    const middle = shift(61).map((value, axis) => value + shift(291)[axis]);
    expect(Math.atan2(middle[0], -middle[1])).toBeCloseTo(0.4, 1);
  });

  test('is left out where somebody laughs already', async () => {
    const points = calm.landmarks.points.slice();
    for (const corner of [61, 291]) points[corner * 3 + 1] -= 12;
    const laughing: AlignedFace = { ...calm, landmarks: { scheme: 'mesh468', points } };
    const { face, warnings } = await reshaped({ smile: 0.5 }, laughing);
    expect(face).toBe(laughing);
    expect(warnings).toMatchObject([{ code: 'expression-kept', measured: 0 }]);
  });
});

describe('a turn', () => {
  test.each([-5, 5])('of %d degrees moves the nose most and the temples hardly', async (yawDeg) => {
    const { shift, warnings } = await reshaped({ yawDeg });
    const towards = Math.sign(yawDeg);
    expect(towards * shift(4)[0]).toBeGreaterThan(3);
    expect(towards * shift(61)[0]).toBeGreaterThan(1);
    expect(shift(4)[0] / shift(61)[0]).toBeGreaterThan(1);
    for (const temple of [234, 454]) expect(Math.abs(shift(temple)[0])).toBeLessThan(1.5);
    expect(warnings).toMatchObject([{ code: 'head-turned', measured: yawDeg }]);
  });

  test('takes a smile along: both corners rise as without it', async () => {
    const [still, both] = [await reshaped({ smile: 0.5 }), await reshaped({ smile: 0.5, yawDeg: 5 })];
    for (const corner of [61, 291]) expect(both.shift(corner)[1]).toBeCloseTo(still.shift(corner)[1], 0);
    expect(Math.abs(both.shift(61)[1] - both.shift(291)[1])).toBeLessThan(0.3);
  });

  test('brings the far side of the mesh back and the near one forward', async () => {
    const { shift } = await reshaped({ yawDeg: 5 });
    expect(shift(454)[2]).toBeGreaterThan(1);
    expect(shift(234)[2]).toBeLessThan(-1);
  });
});

describe.each<FaceReshapeOptions>([{ smile: 0.5 }, { yawDeg: 5 }, { smile: 0.5, yawDeg: -5 }])(
  '%o',
  (options) => {
    test.each([61, 291, 4, 425])('picture and masks move with point %d', async (index) => {
      const { face } = await reshaped(options, marked(index));
      const [wantedX, wantedY] = landmarkPoint(face.landmarks, index);
      for (const plane of [...face.crop.planes, face.alpha.data, face.inside.data]) {
        const [x, y] = brightSpot(plane);
        expect(Math.hypot(x - wantedX, y - wantedY)).toBeLessThan(0.6);
      }
    });

    test('what is far from the face is the same to the bit', async () => {
      const { face } = await reshaped(options);
      const edge = (plane: Float32Array) => [...plane.slice(0, SIZE * 8), ...plane.slice(-SIZE * 8)];
      for (const channel of [0, 1, 2])
        expect(edge(face.crop.planes[channel])).toEqual(edge(calm.crop.planes[channel]));
      expect(edge(face.alpha.data)).toEqual(edge(calm.alpha.data));
    });
  },
);

test('does nothing where nothing is asked for', async () => {
  const { face, warnings } = await reshaped({});
  expect(face).toBe(calm);
  expect(warnings).toEqual([]);
});

test('less is done where a mesh that fits no face would fold the picture', async () => {
  const points = calm.landmarks.points.slice();
  for (let i = 2; i < points.length; i += 3) points[i] *= 8;
  const deep: AlignedFace = { ...calm, landmarks: { scheme: 'mesh468', points } };
  const { warnings } = await reshaped({ yawDeg: 5 }, deep);
  expect(warnings.every(({ measured = 0 }) => measured < 5)).toBe(true);
});

test('a mesh without size or with no numbers is left alone', async () => {
  for (const value of [0, Number.NaN]) {
    const points = new Float32Array(1404).fill(value);
    const { face } = await reshaped(
      { smile: 0.5, yawDeg: 5 },
      { ...calm, landmarks: { scheme: 'mesh468', points } },
    );
    expect(face.crop.planes[0]).toEqual(calm.crop.planes[0]);
  }
});

test.each<FaceReshapeOptions>([{ smile: 0.51 }, { smile: -0.1 }, { yawDeg: 5.5 }, { yawDeg: Number.NaN }])(
  '%o is out of range',
  (options) => {
    expect(() => faceReshape(options)).toThrow(
      expect.objectContaining({ code: 'invalid-options' } satisfies Partial<AvatarError>),
    );
  },
);
