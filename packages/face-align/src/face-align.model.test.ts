import { readFile } from 'node:fs/promises';
import { cosineSimilarity, detectFaces, eyeMidpoint, faceCoverage } from '@avatar/face';
import { decodeImage, toRaster, transformAbout, warpSimilarity } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import { createModelHub } from '@avatar/onnx';
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

describe('parts of the person', () => {
  /** Share of a part in the person, where `counts` says so of a place in fractions of the side. */
  async function shareIn(name: string, counts: (x: number, y: number) => boolean) {
    const { face } = await aligned(await readPhoto(name));
    const cutout = { foreground: face.crop, alpha: face.alpha };
    const { regions } = await faceRegions({ models, parts: true }).run({ face, cutout }, stageContext());
    const sums = { hair: 0, skin: 0, clothes: 0, other: 0 };
    let total = 0;
    for (let y = 0, i = 0; y < 400; y++)
      for (let x = 0; x < 400; x++, i++)
        if (counts(x / 400, y / 400)) {
          total++;
          for (const part of ['hair', 'skin', 'clothes', 'other'] as const)
            sums[part] += regions.parts![part].data[i];
        }
    return {
      hair: sums.hair / total,
      skin: sums.skin / total,
      clothes: sums.clothes / total,
      other: sums.other / total,
    };
  }
  const middle = (top: number, bottom: number) => (x: number, y: number) =>
    x > 0.45 && x < 0.55 && y > top && y < bottom;

  test('the astronaut has hair above the forehead, skin on the cheeks and a suit', async () => {
    expect((await shareIn('astronaut.png', middle(0.13, 0.2))).hair).toBeGreaterThan(0.9);
    expect((await shareIn('astronaut.png', middle(0.45, 0.5))).skin).toBeGreaterThan(0.9);
    expect((await shareIn('astronaut.png', middle(0.8, 0.85))).clothes).toBeGreaterThan(0.9);
  });

  test('a uniform cap is neither hair nor clothes, and a jacket is clothes', async () => {
    expect((await shareIn('grace-hopper.jpg', middle(0.15, 0.25))).other).toBeGreaterThan(0.9);
    expect((await shareIn('grace-hopper.jpg', middle(0.5, 0.55))).skin).toBeGreaterThan(0.9);
    expect((await shareIn('grace-hopper.jpg', (x, y) => x < 0.2 && y > 0.95)).clothes).toBeGreaterThan(0.8);
  });
});
