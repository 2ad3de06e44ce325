import { toPlanar, transformScale } from '@avatar/image';
import { fakeModelHub, modelledLandmarks, syntheticFace } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { embedFace, embeddingTransform, sampleTemplate } from './embed-face.js';
import { transformLandmarks } from '../mesh/landmarks.js';
import { cosineSimilarity } from './similarity.js';

const face = syntheticFace({ sizePx: 400 });
const echo = fakeModelHub({
  sface: ({ image }) => ({ embedding: { data: (image.data as Float32Array).slice(0, 128), dims: [1, 128] } }),
});

describe('sampleTemplate', () => {
  test('gives the same values for both kinds of picture', () => {
    const transform = embeddingTransform(face.landmarks);
    const fromRaster = sampleTemplate(face.image, transform);
    const fromPlanes = sampleTemplate(toPlanar(face.image), transform);
    for (let i = 0; i < fromRaster.length; i += 97) expect(fromPlanes[i]).toBeCloseTo(fromRaster[i], 2);
  });

  test('is the mean of a flat picture at any scale and black outside it', () => {
    const flat = { ...face.image, data: face.image.data.slice().fill(90) };
    const inside = sampleTemplate(flat, { a: 0.31, b: 0.05, tx: 4, ty: -3 });
    expect(inside[56 * 112 + 56]).toBeCloseTo(90, 2);
    expect(sampleTemplate(flat, { a: 1, b: 0, tx: 500, ty: 0 }).every((value) => value === 0)).toBe(true);
  });
});

describe('embeddingTransform', () => {
  test('undoes the turn and the scale of a face', () => {
    const frontal = embeddingTransform(face.landmarks);
    const turned = { a: 0, b: 2, tx: 90, ty: 10 };
    const after = embeddingTransform(transformLandmarks(face.landmarks, turned));
    expect(transformScale(after)).toBeCloseTo(transformScale(frontal) / 2, 5);
    expect(after.b).toBeCloseTo(-transformScale(frontal) / 2, 3);
  });
});

describe('embedFace', () => {
  test('has length 1 and names its model', async () => {
    const { vector, modelId } = await embedFace(face.image, face.landmarks, echo);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(modelId).toBe('sface');
  });

  test('stops when it is aborted', async () => {
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(embedFace(face.image, face.landmarks, echo, { signal })).rejects.toThrow('stop');
  });
});

describe('cosineSimilarity', () => {
  const unit = (index: number, modelId = 'sface') => {
    const vector = new Float32Array(128);
    vector[index] = 1;
    return { vector, modelId };
  };

  test('is 1 for the same direction and 0 for orthogonal ones', () => {
    expect(cosineSimilarity(unit(3), unit(3))).toBe(1);
    expect(cosineSimilarity(unit(3), unit(4))).toBe(0);
  });

  test('refuses embeddings of different models', () => {
    expect(() => cosineSimilarity(unit(0), unit(0, 'other'))).toThrow(/cannot be compared/);
  });
});

test('the modelled face has a template within reach', () => {
  const pose = { rollRad: 0.3, yawRad: 0, pitchRad: 0 };
  const landmarks = modelledLandmarks({ centreXPx: 100, centreYPx: 100, halfWidthPx: 50, pose });
  const { a, b } = embeddingTransform(landmarks);
  expect(Math.atan2(b, a)).toBeCloseTo(-0.3, 1);
});
