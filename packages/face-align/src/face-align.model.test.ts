import { readFile } from 'node:fs/promises';
import { cosineSimilarity, detectFaces, eyeMidpoint, faceCoverage } from '@avatar/face';
import { decodeImage, toRaster, transformAbout, warpSimilarity } from '@avatar/image';
import { createModelHub, type ModelHub } from '@avatar/models';
import type { Photo, RasterImage } from '@avatar/stage';
import { describeStage, stageContext } from '@avatar/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faceAlign, faceDetect, faceRegions } from './index.js';

const models: ModelHub = createModelHub();
afterAll(() => models[Symbol.asyncDispose]());

async function readPhoto(name: string): Promise<Photo> {
  const bytes = await readFile(new URL(`../../../examples/photos/${name}`, import.meta.url));
  const matteColour = { r: 255, g: 255, b: 255 };
  return asPhoto(await decodeImage(bytes, { maxPixels: 1e7, maxSidePx: 2048, matteColour }));
}
const asPhoto = (image: RasterImage): Photo => ({
  image,
  format: 'png',
  sourceWidth: image.width,
  sourceHeight: image.height,
  scale: 1,
});

const align = faceAlign({ models, frameFrom: 'landmarks', outputSizePx: 400 });
async function aligned(photo: Photo) {
  const { faces } = await faceDetect({ models }).run({ photo }, stageContext());
  return align.run({ photo, faces }, stageContext());
}
const degrees = (radians: number) => (radians * 180) / Math.PI;

describeStage(faceDetect({ models }), [
  { name: 'a portrait', input: async () => ({ photo: await readPhoto('grace-hopper.jpg') }) },
]);

describe.each(['astronaut.png', 'grace-hopper.jpg'])('%s', (name) => {
  let photo: Photo;
  beforeAll(async () => {
    photo = await readPhoto(name);
  });

  test('is cut with the head where the style wants it', async () => {
    const { face } = await aligned(photo);
    expect(face.headHeightPx / 400).toBeGreaterThan(0.5);
    expect(face.headHeightPx / 400).toBeLessThan(0.75);
    expect(Math.abs(eyeMidpoint(face.landmarks)[0] - 200)).toBeLessThan(40);
    expect(faceCoverage(face.landmarks, 400, 400)).toBeGreaterThan(0.2);
  });

  test.each([-25, 15, 90, 180])('is upright after the photo was turned by %d degrees', async (angle) => {
    const { width, height } = photo.image;
    const size = Math.ceil(Math.hypot(width, height));
    const middle = [size / 2, size / 2] as const;
    const turn = transformAbout([width / 2, height / 2], middle, 1, (angle * Math.PI) / 180);
    const { image } = await warpSimilarity(photo.image, turn, size, size);
    const { face, embedding } = await aligned(asPhoto(toRaster(image)));
    const { faces } = await detectFaces(toRaster(face.crop), models);
    expect(Math.abs(degrees(faces[0].pose.rollRad))).toBeLessThan(2);
    expect(cosineSimilarity(embedding, (await aligned(photo)).embedding)).toBeGreaterThan(0.85);
  });

  test('its skin is found on the face', async () => {
    const { face } = await aligned(photo);
    const cutout = { foreground: face.crop, alpha: face.alpha };
    const { regions } = await faceRegions().run({ face, cutout }, stageContext());
    let skin = 0;
    let oval = 0;
    for (let i = 0; i < regions.oval.data.length; i++) {
      oval += regions.oval.data[i];
      skin += regions.oval.data[i] * regions.skin.data[i];
    }
    expect(skin / oval).toBeGreaterThan(0.4);
    expect(regions.skinLab[0]).toBeGreaterThan(30);
    expect(regions.skinLab[1]).toBeGreaterThan(2);
  });
});
