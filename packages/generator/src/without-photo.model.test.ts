import { fileURLToPath } from 'node:url';
import { composite } from '@avatar/composite';
import { detailEnhance } from '@avatar/detail-enhance';
import { readHeader } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import { createModelHub } from '@avatar/onnx';
import { pipeline, retryAtLowerIntensity } from '@avatar/pipeline-runner';
import { qualityGate } from '@avatar/quality-gate';
import { save } from '@avatar/save';
import type { Avatar, Background } from '@avatar/stage';
import { corporateHeadshot, defineStyle } from '@avatar/styles';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personStages } from './avatar-pipeline.js';
import { photoStages } from './shared-stages.js';
import { avatarRequest } from './avatar-request.js';

const HOPPER = fileURLToPath(new URL('../../../examples/photos/grace-hopper.jpg', import.meta.url));
/** A style that paints the person itself, and only grades the result. */
const style = defineStyle({
  ...corporateHeadshot,
  token: 'acme_character',
  rendering: {
    kind: 'function',
    render: ({ cutout }) => cutout.foreground,
    grade: greyGrade(),
  },
});

function greyGrade() {
  const none = { a: 0, b: 0 };
  return {
    monochrome: 1,
    redFilter: 0,
    saturation: 1,
    tint: { shadows: none, midtones: none, highlights: none },
    contrast: 0,
    blackPoint: 0,
    whitePoint: 100,
    vignette: 0,
    glow: { strength: 0, threshold: 80, reach: 0.01 },
    grain: 0,
  };
}

let models: ModelHub;
let avatar: Avatar;
let background: Background;
beforeAll(async () => {
  models = createModelHub();
  const request = { ...avatarRequest({ style: 'corporate_headshot', sizePx: 512 }), models };
  const photo = await photoStages(request).execute({ source: { path: HOPPER } });
  const person = await personStages(request).execute(photo);
  // A drawn person: a picture and where it is opaque, and nothing that a photo tells.
  avatar = { image: person.cutout.foreground, person: person.cutout.alpha };
  ({ background } = person);
});
afterAll(() => models[Symbol.asyncDispose]());

const drawn = () =>
  pipeline('avatar', 'background')
    .use(
      retryAtLowerIntensity({
        body: pipeline('avatar', 'background')
          .use(composite())
          .use(detailEnhance({ style, origin: 'character' }))
          .use(qualityGate({ models, style, origin: 'character' })),
      }),
    )
    .use(save({ style: style.token, retried: true }));

test('an avatar without a photo is composed, graded, judged and saved', async () => {
  const { verdict, encoded, attempts, avatar: finished } = await drawn().execute({ avatar, background });
  expect(verdict).toMatchObject({ accepted: true, decision: 'accept', faceDetected: true });
  expect(verdict.likenessScore).toBeUndefined();
  expect(verdict.findings.find(({ check }) => check === 'likeness')?.status).toBe('not-applicable');
  expect(attempts).toMatchObject([{ index: 0, kept: true }]);
  const [red, green] = finished.image.planes;
  expect(Math.abs(red[200_000] - green[200_000])).toBeLessThan(0.02);
  expect(await readHeader(encoded.bytes)).toMatchObject({ width: 800, height: 800 });
  expect(new TextDecoder('latin1').decode(encoded.bytes)).not.toContain('LikenessScore');
});

test('a picture without a face is rejected', async () => {
  const image = { ...avatar.image, planes: avatar.image.planes.map((plane) => plane.map(() => 0.5)) };
  const { verdict } = await drawn().execute({ avatar: { ...avatar, image: image as never }, background });
  expect(verdict).toMatchObject({ accepted: false, decision: 'review', faceDetected: false });
});

test('retouching needs a photo', () => {
  expect(() => detailEnhance({ style: 'corporate_headshot', origin: 'character' })).toThrow(
    'Expected a style without retouch, ornament and brushwork for style, received "one with retouch"',
  );
});
