import { fakeModelHub } from '@avatar/testing';
import { expect, test } from 'vitest';
import { avatarRequest } from './avatar-request.js';
import { LastPipeline } from './last-pipeline.js';

test('the same options share a pipeline, others do not', () => {
  const models = fakeModelHub({});
  const pipelines = new LastPipeline();
  const get = (palette?: string) => pipelines.get({ models, ...avatarRequest({ palette }) });
  const first = get();
  expect(get()).toBe(first);
  expect(get('navy')).not.toBe(first);
  expect(get()).not.toBe(first);
});

test('options that were refused leave nothing behind', () => {
  const models = fakeModelHub({});
  const pipelines = new LastPipeline();
  const refused = { models, ...avatarRequest({}), input: { minCoverage: 2 } };
  expect(() => pipelines.get(refused)).toThrow('minCoverage');
  expect(() => pipelines.get(refused)).toThrow('minCoverage');
});
