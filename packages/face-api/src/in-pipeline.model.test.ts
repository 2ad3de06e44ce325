import { fileURLToPath } from 'node:url';
import { detectFaces, landmarkBox } from '@avatar/face';
import { createAvatarGenerator } from '@avatar/generator';
import { createModelHub } from '@avatar/onnx';
import { afterAll, describe, expect, test } from 'vitest';
import { DESCRIPTOR_MODEL_ID } from './descriptor-calibration.js';
import { ASTRONAUT, photoOf } from './describe-face-api.test-support.js';
import { faceApi } from './face-api.js';
import { DETECTOR_MODEL_ID } from './ssd-detector.js';

const models = createModelHub();
const { detector, embedder, ...api } = faceApi({ prefer: ['wasm'] });
afterAll(async () => {
  await models[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

const path = fileURLToPath(new URL(`../../../examples/photos/${ASTRONAUT}`, import.meta.url));

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

  test('makes an avatar, judged on the scale of the descriptor', async () => {
    await using generator = createAvatarGenerator({ models, detector, embedder });
    const result = await generator.generate(path, { sizePx: 256 });
    expect(result.likenessModel).toBe(DESCRIPTOR_MODEL_ID);
    expect(result.likenessModelVersion).toBe(embedder.calibration.modelVersion);
    expect(result.likenessScore).toBeGreaterThan(0.85);
    expect(result.models).toEqual(expect.arrayContaining([DETECTOR_MODEL_ID, DESCRIPTOR_MODEL_ID]));
    expect(result.models).not.toEqual(expect.arrayContaining(['sface']));
    expect(result.models).not.toEqual(expect.arrayContaining(['blazeface-back']));
  });

  test('compares photos on that scale', async () => {
    await using generator = createAvatarGenerator({ models, detector, embedder });
    const { cosine, likenessScore } = await generator.compare(path, path);
    expect(cosine).toBeCloseTo(1, 5);
    expect(likenessScore).toBeCloseTo(1, 3);
  });
});
