import { fakeModelHub, modelledLandmarks, type FakeModel } from '@avatar/testing';
import { AvatarError, type RasterImage } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { detectFaces } from './detect-faces.js';
import { facePresence } from './presence.js';

/** Too small for tiles, so that each face is proposed once. */
const picture = flat(300);

function flat(sidePx: number): RasterImage {
  return { data: new Uint8Array(sidePx * sidePx * 3).fill(120), width: sidePx, height: sidePx, channels: 3 };
}

/** One box of 96 px of the input around its middle when `logit` is high, nothing else. */
const blaze =
  (logit: number): FakeModel =>
  () => {
    const scores384 = new Float32Array(384).fill(-20);
    const boxes384 = new Float32Array(384 * 16);
    const middle = (4 * 8 + 4) * 6;
    scores384[middle] = logit;
    boxes384.set([-16, -16, 96, 96, -30, -24, -2, -24, -16, -10, -16, 4, -40, -16, 8, -16], middle * 16);
    return {
      scores512: { data: new Float32Array(512).fill(-20), dims: [1, 512, 1] },
      boxes512: { data: new Float32Array(512 * 16), dims: [1, 512, 16] },
      scores384: { data: scores384, dims: [1, 384, 1] },
      boxes384: { data: boxes384, dims: [1, 384, 16] },
    };
  };

const pose = { rollRad: 0, yawRad: 0, pitchRad: 0 };
const mesh =
  (presence: number): FakeModel =>
  () => ({
    mesh: {
      data: modelledLandmarks({ centreXPx: 96, centreYPx: 96, halfWidthPx: 48, pose }).points,
      dims: [1, 1404],
    },
    presence: { data: Float32Array.of(presence), dims: [1, 1] },
  });

const ssd =
  (score: number): FakeModel =>
  () => {
    const anchors = [12, 6, 3, 2, 1, 1].reduce((sum, cells, i) => sum + cells * cells * (i ? 6 : 3), 0);
    const scores = new Float32Array(anchors).fill(score);
    return {
      scores: { data: scores, dims: [1, anchors] },
      boxes: { data: new Float32Array(anchors * 4), dims: [1, anchors, 4] },
    };
  };

/** Face skin in the whole crop, but for the left `share` of it, which is background. */
const parts =
  (share: number): FakeModel =>
  () => {
    const side = 256;
    const data = new Float32Array(6 * side * side);
    for (let i = 0; i < side * side; i++) data[((i % side) / side < share ? 0 : 3) * side * side + i] = 9;
    return { logits: { data, dims: [1, 6, side, side] } };
  };

const hub = (logit: number, presence: number, opinion = 0, background = 0) =>
  fakeModelHub({
    'blazeface-back': blaze(logit),
    facemesh: mesh(presence),
    'face-api-ssd': ssd(opinion),
    'selfie-multiclass': parts(background),
  });

describe('detectFaces', () => {
  test('finds nothing where the detector sees nothing, in any turn', async () => {
    const models = hub(-20, 1);
    expect(await detectFaces(flat(600), models)).toEqual({ faces: [], unclear: 0 });
    // The whole picture, four tiles, and the three other turns.
    expect(models.calls.map(({ model }) => model)).toEqual(Array(8).fill('blazeface-back'));
  });

  test('looks for no smaller faces beside a large one that is beyond doubt', async () => {
    const passes = async (presence: number) => {
      const models = hub(3, presence);
      expect((await detectFaces(flat(600), models)).faces).toHaveLength(presence === 1 ? 1 : 0);
      return models.calls.filter(({ model }) => model === 'blazeface-back').length;
    };
    expect(await passes(1)).toBe(1);
    expect(await passes(0.1)).toBeGreaterThanOrEqual(5);
  });

  test('takes a face that the mesh is certain of without asking further', async () => {
    const models = hub(3, 1);
    const { faces, unclear } = await detectFaces(picture, models);
    expect(faces).toHaveLength(1);
    expect(unclear).toBe(0);
    expect(faces[0].pose.rollRad).toBeCloseTo(0, 4);
    expect(faces[0].presence).toBe(1);
    expect(models.calls.some(({ model }) => model === 'face-api-ssd')).toBe(false);
  });

  test('counts candidates without a face as unclear', async () => {
    const { faces, unclear } = await detectFaces(picture, hub(3, 0.1));
    expect(faces).toEqual([]);
    expect(unclear).toBe(1);
  });

  test.each([
    [0.9, 1],
    [0.1, 0],
  ])('lets a second opinion of %d decide where the mesh is in doubt', async (opinion, count) => {
    const { faces } = await detectFaces(picture, hub(3, 0.9, opinion));
    expect(faces).toHaveLength(count);
  });

  test.each([
    [0.3, 1],
    [0.4, 0],
  ])('refuses a doubtful face with background in it: crop up to %d', async (background, count) => {
    const { faces } = await detectFaces(picture, hub(3, 0.9, 0.9, background));
    expect(faces).toHaveLength(count);
  });

  test('believes two networks where the third cannot be had', async () => {
    const models = fakeModelHub({
      'blazeface-back': blaze(3),
      facemesh: mesh(0.9),
      'face-api-ssd': ssd(0.9),
    });
    const load = models.load.bind(models);
    const without = {
      ...models,
      load: (id: string) =>
        id === 'selfie-multiclass'
          ? Promise.reject(new AvatarError('model-unavailable', 'no network'))
          : load(id),
    };
    expect((await detectFaces(picture, without)).faces).toHaveLength(1);
  });

  test('stops when it is aborted', async () => {
    const signal = AbortSignal.abort(new Error('stop'));
    const models = hub(3, 1);
    await expect(detectFaces(picture, models, { signal })).rejects.toThrow('stop');
    expect(models.calls).toEqual([]);
  });
});

describe('facePresence', () => {
  const expected = modelledLandmarks({ centreXPx: 150, centreYPx: 150, halfWidthPx: 55, pose });
  /** A mesh that always finds its face this far to the right, in pixels of its input. */
  const drifting = (shiftPx: number): FakeModel => {
    const face = modelledLandmarks({ centreXPx: 96 + shiftPx, centreYPx: 96, halfWidthPx: 48, pose });
    return () => ({
      mesh: { data: face.points, dims: [1, 1404] },
      presence: { data: Float32Array.of(0.9), dims: [1, 1] },
    });
  };

  test('is how sure the mesh is of a face that is where it should be', async () => {
    expect(await facePresence(picture, expected, hub(3, 0.75))).toBe(0.75);
    expect(await facePresence(picture, expected, hub(3, 0.2))).toBeCloseTo(0.2, 6);
  });

  test('a face somewhere else does not count', async () => {
    const at = (shiftPx: number) =>
      facePresence(picture, expected, fakeModelHub({ facemesh: drifting(shiftPx) }));
    expect(await at(20)).toBeCloseTo(0.9, 6);
    expect(await at(60)).toBe(0);
  });
});
