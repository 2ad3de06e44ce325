import { fakeModelHub } from '@avatar/testing';
import { corporateHeadshot, createCatalogue, type Rendering, type Style } from '@avatar/styles';
import { describe, expect, test } from 'vitest';
import { createAvatarGenerator } from './avatar-generator.js';
import { avatarPipeline, modelIdsOf } from './avatar-pipeline.js';
import { avatarRequest } from './avatar-request.js';
import { LastPipeline } from './last-pipeline.js';

const own: Style = { ...corporateHeadshot, token: 'acme_headshot' };
const form = { name: 'x', layout: 'nchw', colourOrder: 'rgb', range: [0, 1] } as const;
const network: Rendering = {
  kind: 'model',
  model: { file: '/styles/acme.onnx', input: { ...form, sizePx: 64 }, output: form },
};
const models = fakeModelHub({});

describe('styles of the caller', () => {
  test('are known by their tokens, beside the others', () => {
    const catalogue = createCatalogue({ styles: [own] });
    expect(avatarRequest({ style: 'acme_headshot' }, catalogue).style).toEqual(own);
    expect(avatarRequest({ platform: 'discord' }, catalogue).style.token).toBe('anime_character');
  });

  test('are refused at once when they are wrong or their token is taken', () => {
    expect(() => createAvatarGenerator({ models, styles: [corporateHeadshot] })).toThrow('styles[0].token');
    expect(() => createAvatarGenerator({ models, styles: [{ ...own, context: 'x' as 'social' }] })).toThrow(
      'for context',
    );
  });

  test('are in the list that an unknown token gets', async () => {
    const generator = createAvatarGenerator({ models, styles: [own] });
    const run = generator.generate('none.jpg', { style: 'acme_headshots' });
    await expect(run).rejects.toThrow(/known are .*, acme_headshot; did you mean "acme_headshot"/);
    await expect(generator.generate('none.jpg', { style: 'acme_headshot' })).rejects.toMatchObject({
      reason: 'not-found',
    });
  });

  test('name models of the catalogue only', () => {
    const pipelineOf = (id: string) =>
      avatarPipeline({
        ...avatarRequest({ style: { ...own, models: [id] } }),
        models: { ...models, entry: createEntry },
      });
    expect(() => pipelineOf('sface')).not.toThrow();
    expect(() => pipelineOf('sfface')).toThrow('no such model');
  });
});

function createEntry(id: string): never {
  if (id === 'sface') return {} as never;
  throw new Error('no such model');
}

test('a style has the models of the pipeline, those that it names, and its own network', () => {
  const usual = modelIdsOf(corporateHeadshot);
  expect(modelIdsOf(own)).toEqual(usual);
  const named = modelIdsOf({ ...own, models: ['sface', 'modnet', 'blazeface-full'] });
  expect([...named].sort()).toEqual([...usual, 'blazeface-full'].sort());
  const brought = modelIdsOf({ ...own, rendering: network });
  expect([...brought].sort()).toEqual([...usual, 'acme_headshot:model'].sort());
});

test('two functions make two pipelines, one function one', () => {
  const pipelines = new LastPipeline();
  const [first, second] = [() => Promise.reject(new Error('1')), () => Promise.reject(new Error('2'))];
  const get = (render: () => Promise<never>) =>
    pipelines.get({
      models,
      ...avatarRequest({ style: { ...own, rendering: { kind: 'function', render } } }),
    });
  const pipeline = get(first);
  expect(get(first)).toBe(pipeline);
  expect(get(second)).not.toBe(pipeline);
});
