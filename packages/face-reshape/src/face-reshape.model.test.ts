import { readFile } from 'node:fs/promises';
import { cosineSimilarity, detectFaces, embedFace, headHeightPx } from '@avatar/face';
import { createPlane, decodeImage, toPlanar, toRaster } from '@avatar/image';
import { createModelHub } from '@avatar/onnx';
import type { AlignedFace, FaceLandmarks } from '@avatar/stage';
import { stageContext } from '@avatar/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faceReshape, type FaceReshapeOptions } from './index.js';

const models = createModelHub();
afterAll(() => models[Symbol.asyncDispose]());

const degrees = (radians: number) => (radians * 180) / Math.PI;

/** How high the corners of the mouth stand above the middle of its lips, in widths of the mouth. */
function cornersOf({ points }: FaceLandmarks): number {
  const y = (index: number) => points[index * 3 + 1];
  const width = Math.hypot(points[291 * 3] - points[61 * 3], y(291) - y(61));
  return ((y(13) + y(14)) / 2 - (y(61) + y(291)) / 2) / width;
}

describe('a portrait of somebody serious', () => {
  let photo: AlignedFace;
  beforeAll(async () => {
    const bytes = await readFile(new URL('../../../examples/photos/grace-hopper.jpg', import.meta.url));
    const image = await decodeImage(bytes, {
      maxPixels: 1e7,
      maxSidePx: 2048,
      matteColour: { r: 255, g: 255, b: 255 },
    });
    const { faces } = await detectFaces(image, models);
    const { landmarks, pose } = faces[0];
    const everywhere = createPlane(image.width, image.height, 1);
    photo = {
      crop: toPlanar(image),
      inside: everywhere,
      alpha: everywhere,
      landmarks,
      pose,
      transform: { a: 1, b: 0, tx: 0, ty: 0 },
      headHeightPx: headHeightPx(landmarks),
    };
  });

  /** The face that the networks find in the new picture, and how alike it is. */
  async function seen(options: FaceReshapeOptions) {
    const { face } = await faceReshape(options).run({ face: photo }, stageContext());
    const { faces } = await detectFaces(toRaster(face.crop), models);
    const [before, after] = await Promise.all(
      [photo, face].map(({ crop, landmarks }) => embedFace(crop, landmarks, models)),
    );
    return { ...faces[0], cosine: cosineSimilarity(before, after) };
  }

  test('is found to smile, the more the more it was asked for, and stays the same person', async () => {
    const [none, some, most] = [await seen({}), await seen({ smile: 0.25 }), await seen({ smile: 0.5 })];
    expect(cornersOf(some.landmarks)).toBeGreaterThan(cornersOf(none.landmarks) + 0.008);
    expect(cornersOf(most.landmarks)).toBeGreaterThan(cornersOf(some.landmarks) + 0.008);
    expect(most.cosine).toBeGreaterThan(0.85);
  });

  test.each([-5, 5])('is found to be turned by about %d degrees', async (yawDeg) => {
    const [none, turned] = [await seen({}), await seen({ yawDeg })];
    const by = degrees(turned.pose.yawRad - none.pose.yawRad) / yawDeg;
    expect(by).toBeGreaterThan(0.5);
    expect(by).toBeLessThan(1.6);
    expect(turned.cosine).toBeGreaterThan(0.8);
  });
});
