import { fileURLToPath } from 'node:url';
import { detectFaces, landmarkBox, landmarkPoint, likenessScore, NOSE, RIGHT_EYE } from '@avatar/face';
import { createAvatarGenerator } from '@avatar/generator';
import { createModelHub } from '@avatar/onnx';
import { afterAll, describe, expect, test } from 'vitest';
import { DESCRIPTOR_MODEL_ID } from './descriptor-calibration.js';
import { ASTRONAUT, GRACE_HOPPER, photoOf } from './describe-face-api.test-support.js';
import { faceApi } from './face-api.js';
import { DETECTOR_MODEL_ID } from './ssd-detector.js';

const models = createModelHub();
const api = faceApi({ prefer: ['wasm'] });
const { detector, embedder } = api;
afterAll(async () => {
  await models[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

const pathOf = (name: string) => fileURLToPath(new URL(`../../../examples/photos/${name}`, import.meta.url));
const [path, other] = [ASTRONAUT, GRACE_HOPPER].map(pathOf);

describe('face-api in the pipeline', () => {
  test('proposes the face, of which the mesh finds the same points as with BlazeFace', async () => {
    const image = await photoOf(ASTRONAUT);
    const [own] = (await detectFaces(image, models)).faces;
    const { faces } = await detectFaces(image, models, { detector });
    expect(faces).toHaveLength(1);
    const [a, b] = [landmarkBox(faces[0].landmarks), landmarkBox(own.landmarks)];
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs(a[side] - b[side])).toBeLessThan(0.02 * b.width);
  });

  test('finds 68 points where the mesh has the same ones', async () => {
    const image = await photoOf(ASTRONAUT);
    const [{ box, landmarks }] = (await detectFaces(image, models)).faces;
    const { scheme, points } = await api.landmarks68(image, box);
    expect([scheme, points.length]).toEqual(['ibug68', 136]);
    const noseTip = [points[60], points[61]];
    const [x, y] = landmarkPoint(landmarks, NOSE);
    expect(Math.hypot(noseTip[0] - x, noseTip[1] - y)).toBeLessThan(0.1 * box.width);
    const outerEye = landmarkPoint(landmarks, RIGHT_EYE[0]);
    expect(Math.hypot(points[72] - outerEye[0], points[73] - outerEye[1])).toBeLessThan(0.1 * box.width);
  });

  test('makes an avatar, judged on the scale of the descriptor', async () => {
    await using generator = createAvatarGenerator({ models, detector, embedder });
    const result = await generator.generate(path, { sizePx: 256 });
    expect(result.likenessModel).toBe(DESCRIPTOR_MODEL_ID);
    expect(result.likenessModelVersion).toBe(embedder.calibration.modelVersion);
    const { likenessScore: score, likenessCosine: cosine = 0 } = result;
    expect(score).toBeGreaterThan(0.85);
    expect(score).toBe(likenessScore(cosine, embedder.calibration.knots));
    expect(result.models).toEqual(expect.arrayContaining([DETECTOR_MODEL_ID, DESCRIPTOR_MODEL_ID]));
    expect(result.models).not.toEqual(expect.arrayContaining(['sface']));
    expect(result.models).not.toEqual(expect.arrayContaining(['blazeface-back']));
  });

  test('keeps the networks that it replaces from being loaded', async () => {
    await using hub = createModelHub();
    await using generator = createAvatarGenerator({ models: hub, detector, embedder });
    await generator.warmUp();
    const ids = hub.used().map(({ id }) => id);
    expect(ids).toContain('facemesh');
    expect(ids.filter((id) => ['blazeface-back', 'sface'].includes(id))).toEqual([]);
  });

  test('compares photos on that scale', async () => {
    await using generator = createAvatarGenerator({ models, detector, embedder });
    const compared = await generator.compare(path, other);
    expect(compared.cosine).toBeLessThan(embedder.calibration.verificationCosine);
    expect(compared.likenessScore).toBe(likenessScore(compared.cosine, embedder.calibration.knots));
  });
});
