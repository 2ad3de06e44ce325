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
