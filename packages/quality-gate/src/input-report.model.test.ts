import { readFile } from 'node:fs/promises';
import { detectFaces } from '@avatar/face';
import { decodeImage } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import { createModelHub } from '@avatar/onnx';
import type { InputReport, Photo } from '@avatar/stage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeContent } from './content-safety.js';
import { reportInput } from './input-report.js';

let models: ModelHub;
beforeAll(() => void (models = createModelHub()));
afterAll(() => models[Symbol.asyncDispose]());

async function examplePhoto(name: string): Promise<Photo> {
  const bytes = await readFile(new URL(`../../../examples/photos/${name}`, import.meta.url));
  const matteColour = { r: 200, g: 200, b: 200 };
  const image = await decodeImage(bytes, { maxPixels: 1e7, maxSidePx: 2048, matteColour });
  return { image, format: 'png', sourceWidth: image.width, sourceHeight: image.height, scale: 1 };
}

async function report(name: string): Promise<InputReport> {
  const photo = await examplePhoto(name);
  return reportInput(photo, await detectFaces(photo.image, models));
}

test('a clear portrait is worth nearly everything', async () => {
  const { score, warnings } = await report('grace-hopper.jpg');
  expect(score).toBeGreaterThan(0.95);
  expect(warnings).toEqual([]);
});

test('a small face is told in numbers, and nothing else is found wrong', async () => {
  const { score, warnings } = await report('astronaut.png');
  expect(score).toBeGreaterThan(0.8);
  expect(warnings.map(({ code }) => code)).toEqual(['face-too-small']);
  expect(warnings[0].measured).toBeCloseTo(0.072, 2);
});

test.each(['astronaut.png', 'grace-hopper.jpg'])('%s is safe to show', async (name) => {
  const { image } = await examplePhoto(name);
  const { explicit } = await judgeContent(image, models, { maxExplicit: 0 });
  expect(explicit).toBeLessThan(0.3);
});
