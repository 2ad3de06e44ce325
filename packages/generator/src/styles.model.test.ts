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
import { likenessScore } from '@avatar/quality-gate';
import type { Artifacts } from '@avatar/stage';
import { styleApply } from '@avatar/style-apply';
import { lookOf, STYLES } from '@avatar/styles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { distance, medianLightness } from './portrait-measures.test-support.js';

const PHOTOS = ['astronaut.png', 'grace-hopper.jpg'];
const INTENSITIES = [0.05, 0.25, 0.5, 0.75, 1];
/** Most that a style may lower and raise the median lightness of the skin, which is well exposed in both photos. */
const SKIN_CHANGE = { darker: 8, lighter: 8 };
/** Where the photo stays a photo, nobody gets lighter. A night of coloured lamps is dimmer. */
const PHOTO_SKIN = { lighter: 2, darkerByLamps: 18 };
/** The headshot has a test of its own, with tighter bounds; a character is drawn anew. */
const OTHER_STYLES = STYLES.filter(
  (style) => style.token !== 'corporate_headshot' && lookOf(style) === undefined,
);

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
    .use(faceAlign({ models, outputSizePx: 512 }))
    .use(cutout())
    .use(faceRegions({ models, parts: true }))
    .use(background({ sizePx: 512 }))
    .execute({ source: { path } });
}

const finish = (base: Base, style: string, intensity: number) =>
  pipeline('face', 'cutout', 'regions', 'background')
    .use(styleApply({ style }))
    .use(composite())
    .use(detailEnhance({ style }))
    .execute(base, { intensity });

describe.each(PHOTOS)('%s', (photo) => {
  let base: Base;
  beforeAll(async () => void (base = await prepare(photo)));

  describe.each(OTHER_STYLES.map((style) => [style.token, style] as const))('as %s', (token, style) => {
    test('shows the same person and keeps the depth of the skin', async () => {
      const { avatar } = await finish(base, token, 1);
      const embedding = await embedFace(avatar.image, avatar.landmarks!, models);
      const likeness = likenessScore(cosineSimilarity(embedding, base.embedding));
      expect(likeness).toBeGreaterThan(style.minLikeness[style.context]);
      const change =
        medianLightness(avatar.image, base.regions.skin) - medianLightness(base.face.crop, base.regions.skin);
      const photo = style.rendering.kind === 'photo' ? style.rendering : undefined;
      expect(change).toBeLessThan(photo ? PHOTO_SKIN.lighter : SKIN_CHANGE.lighter);
      expect(-change).toBeLessThan(photo?.relight.gels ? PHOTO_SKIN.darkerByLamps : SKIN_CHANGE.darker);
    });

    test('leaves the aligned photo step by step with rising intensity', async () => {
      const distances: number[] = [];
      for (const intensity of INTENSITIES) {
        const { avatar } = await finish(base, token, intensity);
        distances.push(distance(avatar.image, base.cutout.foreground, base.cutout.alpha));
      }
      expect(distances[0]).toBeLessThan(0.02);
      for (let i = 1; i < distances.length; i++) expect(distances[i]).toBeGreaterThan(distances[i - 1]);
    });
  });
});
