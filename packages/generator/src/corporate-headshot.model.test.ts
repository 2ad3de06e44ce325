import { fileURLToPath } from 'node:url';
import { background } from '@avatar/bg-generate';
import { composite } from '@avatar/composite';
import { cutout, portraitMatte } from '@avatar/matte';
import { detailEnhance } from '@avatar/detail-enhance';
import { cosineSimilarity, embedFace } from '@avatar/face';
import { faceAlign, faceDetect, faceRegions } from '@avatar/face-align';
import { load } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import { createModelHub } from '@avatar/onnx';
import { pipeline } from '@avatar/pipeline-runner';
import type { Artifacts } from '@avatar/stage';
import { styleApply } from '@avatar/style-apply';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { distance, medianLightness } from './portrait-measures.test-support.js';

const PHOTOS = ['astronaut.png', 'grace-hopper.jpg'];
const INTENSITIES = [0.05, 0.25, 0.5, 0.75, 1];

type Base = Pick<Artifacts, 'face' | 'cutout' | 'regions' | 'background' | 'embedding'>;
let models: ModelHub;
beforeAll(() => void (models = createModelHub()));
afterAll(() => models[Symbol.asyncDispose]());

function prepare(photo: string): Promise<Base> {
  const path = fileURLToPath(new URL(`../../../examples/photos/${photo}`, import.meta.url));
  return pipeline('source')
    .use(load())
    .use(faceDetect({ models }))
    .use(portraitMatte({ models }))
    .use(faceAlign({ models }))
    .use(cutout())
    .use(faceRegions())
    .use(background())
    .execute({ source: { path } });
}

const style = 'corporate_headshot';
const finish = (base: Base, intensity: number) =>
  pipeline('face', 'cutout', 'regions', 'background')
    .use(styleApply({ style }))
    .use(composite())
    .use(detailEnhance({ style }))
    .execute(base, { intensity });

describe.each(PHOTOS)('a corporate headshot of %s', (photo) => {
  let base: Base;
  beforeAll(async () => void (base = await prepare(photo)));

  test('shows the same person in the same skin', async () => {
    const { avatar } = await finish(base, 1);
    const embedding = await embedFace(avatar.image, avatar.landmarks!, models);
    expect(cosineSimilarity(embedding, base.embedding)).toBeGreaterThan(0.8);
    const before = medianLightness(base.face.crop, base.regions.skin);
    const after = medianLightness(avatar.image, base.regions.skin);
    expect(Math.abs(after - before)).toBeLessThan(5);
  });

  test('leaves the aligned photo step by step with rising intensity', async () => {
    const distances: number[] = [];
    for (const intensity of INTENSITIES) {
      const { avatar } = await finish(base, intensity);
      distances.push(distance(avatar.image, base.cutout.foreground, base.cutout.alpha));
    }
    expect(distances[0]).toBeLessThan(0.01);
    for (let i = 1; i < distances.length; i++) expect(distances[i]).toBeGreaterThan(distances[i - 1]);
  });
});
