import { readFile } from 'node:fs/promises';
import {
  decodeImage,
  toRaster,
  transformAbout,
  turnRaster,
  warpSimilarity,
  type QuarterTurns,
} from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import { createModelHub } from '@avatar/onnx';
import type { FaceEmbedding, RasterImage } from '@avatar/stage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cosineSimilarity, detectFaces, embedFace, facePresence, headPose, meshLandmarks } from './index.js';

const PHOTOS = ['astronaut.png', 'grace-hopper.jpg'] as const;
let models: ModelHub;
let photos: RasterImage[];

beforeAll(async () => {
  models = createModelHub();
  const read = async (name: string) =>
    decodeImage(await readFile(new URL(`../../../examples/photos/${name}`, import.meta.url)), {
      maxPixels: 1e7,
      maxSidePx: 2048,
      matteColour: { r: 255, g: 255, b: 255 },
    });
  photos = await Promise.all(PHOTOS.map(read));
});
afterAll(() => models[Symbol.asyncDispose]());

const degrees = (radians: number) => (radians * 180) / Math.PI;
const onlyFace = async (image: RasterImage) => {
  const { faces } = await detectFaces(image, models);
  expect(faces).toHaveLength(1);
  return faces[0];
};

/** The picture turned about its middle by any angle, grey where it was not. */
async function turned(image: RasterImage, angleDeg: number): Promise<RasterImage> {
  const { width, height } = image;
  const middle = [width / 2, height / 2] as const;
  const size = Math.ceil(Math.hypot(width, height));
  const transform = transformAbout(middle, [size / 2, size / 2], 1, (angleDeg * Math.PI) / 180);
  const { image: warped, inside } = await warpSimilarity(image, transform, size, size);
  for (const plane of warped.planes)
    for (let i = 0; i < plane.length; i++) plane[i] = plane[i] * inside.data[i] + 0.5 * (1 - inside.data[i]);
  return toRaster(warped);
}

describe.each(PHOTOS.map((name, i) => [name, i] as const))('%s', (_, index) => {
  test('has one face, level and frontal within 12 degrees', async () => {
    const face = await onlyFace(photos[index]);
    expect(face.presence).toBeGreaterThan(0.99);
    expect(Math.abs(degrees(face.pose.rollRad))).toBeLessThan(6);
    expect(Math.abs(degrees(face.pose.yawRad))).toBeLessThan(12);
    expect(face.coverage).toBeGreaterThan(0.05);
    expect(face.coverage).toBeLessThan(0.4);
  });

  test.each([-30, -10, 20, 45])('turned by %d degrees, its roll is turned too', async (angle) => {
    const before = degrees((await onlyFace(photos[index])).pose.rollRad);
    const after = degrees((await onlyFace(await turned(photos[index], angle))).pose.rollRad);
    expect(Math.abs(after - before - angle)).toBeLessThan(1.5);
  });

  test.each([1, 2, 3] as QuarterTurns[])(
    'turned by %d quarters, the same face is found',
    async (quarters) => {
      const upright = await onlyFace(photos[index]);
      const face = await onlyFace(turnRaster(photos[index], quarters));
      const difference = degrees(face.pose.rollRad - upright.pose.rollRad) - quarters * 90;
      expect(Math.abs(((difference + 540) % 360) - 180)).toBeLessThan(0.5);
      expect(face.coverage).toBeCloseTo(upright.coverage, 2);
    },
  );

  test('the mesh finds the face again from rough landmarks', async () => {
    const { landmarks, pose } = await onlyFace(photos[index]);
    const moved = {
      ...landmarks,
      points: landmarks.points.map((value, i) => (i % 3 === 2 ? value : value + 8)),
    };
    const again = await meshLandmarks(photos[index], moved, models);
    expect(again.presence).toBeGreaterThan(0.99);
    expect(Math.abs(degrees(headPose(again.landmarks).rollRad - pose.rollRad))).toBeLessThan(1);
  });

  test('a face is present where it is and not elsewhere', async () => {
    const { box, landmarks } = await onlyFace(photos[index]);
    expect(await facePresence(photos[index], landmarks, models)).toBeGreaterThan(0.9);
    const below = landmarks.points.map((value, i) => (i % 3 === 1 ? value + 1.2 * box.height : value));
    expect(await facePresence(photos[index], { ...landmarks, points: below }, models)).toBeLessThan(0.4);
  });
});

describe('identity', () => {
  const embed = async (image: RasterImage): Promise<FaceEmbedding> =>
    embedFace(image, (await onlyFace(image)).landmarks, models);

  test('survives a change of brightness and keeps two people apart', async () => {
    const [first, second] = await Promise.all(photos.map(embed));
    const data = photos[0].data.map((value) => Math.min(255, value * 1.3));
    const brighter = await embed({ ...photos[0], data });
    expect(cosineSimilarity(first, brighter)).toBeGreaterThan(0.9);
    expect(cosineSimilarity(first, second)).toBeLessThan(0.3);
  });

  test('is the same in all turns', async () => {
    const upright = await embed(photos[1]);
    const upsideDown = await embed(turnRaster(photos[1], 2));
    expect(cosineSimilarity(upright, upsideDown)).toBeGreaterThan(0.95);
  });
});

test('nothing is found in a picture without structure', async () => {
  const empty = { ...photos[0], data: photos[0].data.map(() => 128) };
  expect(await detectFaces(empty, models)).toEqual({ faces: [], unclear: 0 });
});
