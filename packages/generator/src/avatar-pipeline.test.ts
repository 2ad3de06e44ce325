import { background } from '@avatar/bg-generate';
import { composite } from '@avatar/composite';
import { faceAlign, faceRegions } from '@avatar/face-align';
import { cutout } from '@avatar/matte';
import { pipeline } from '@avatar/pipeline-runner';
import { styleApply } from '@avatar/style-apply';
import { fakeModelHub } from '@avatar/testing';
import { expect, test } from 'vitest';
import { avatarPipeline } from './avatar-pipeline.js';
import { avatarRequest } from './avatar-request.js';
import { photoSource } from './photo-source.js';

test('leads from a source to files, and everything in between can be looked at', () => {
  const whole = avatarPipeline({ models: fakeModelHub({}), ...avatarRequest({}) });
  expect(whole.reads).toEqual(['source']);
  expect([...whole.writes].sort()).toEqual(
    [
      'photo',
      'faces',
      'inputReport',
      'matte',
      'face',
      'embedding',
      'cutout',
      'cutoutReport',
      'regions',
      'background',
      'avatar',
      'verdict',
      'attempts',
      'encoded',
    ].sort(),
  );
});

test('sizes that do not go together are refused before any model is asked for', () => {
  const models = fakeModelHub({});
  const person = pipeline('photo', 'faces', 'matte')
    .use(faceAlign({ models, outputSizePx: 512 }))
    .use(cutout())
    .use(faceRegions())
    .use(background())
    .use(styleApply({ style: 'noir' }));
  expect(() => person.use(composite())).toThrow(
    'Stage "face-align" has the size 512 x 512 px, stage "background" has 800 x 800 px, and stage "composite" needs them alike',
  );
});

test('wrong limits are refused when the pipeline is made', () => {
  const make = (load: object, input: object) =>
    avatarPipeline({ models: fakeModelHub({}), ...avatarRequest({}), load, input });
  expect(() => make({ minSidePx: 0 }, {})).toThrow('minSidePx');
  expect(() => make({}, { minCoverage: 2 })).toThrow('minCoverage');
});

test('photos come as path, data URL, bytes or source', () => {
  const bytes = new Uint8Array(1);
  expect(photoSource('a.jpg')).toEqual({ path: 'a.jpg' });
  expect(photoSource('data:image/png;base64,AA==')).toEqual({ base64: 'data:image/png;base64,AA==' });
  expect(photoSource(bytes)).toEqual({ bytes });
  expect(photoSource({ base64: 'AA==' })).toEqual({ base64: 'AA==' });
});
