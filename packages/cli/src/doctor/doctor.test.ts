import type { ListedModel } from '@avatar/models';
import { expect, test } from 'vitest';
import { problemsOf } from './doctor.js';
import { modelsFound, settingsOf, type Examination } from './examine.js';

const model = (id: string, state: ListedModel['state'], inDefaultSet = true, status = 'permissive') =>
  ({
    state,
    model: { id, inDefaultSet, weights: { sizeBytes: 1000 }, licence: { spdx: 'MIT', status } },
  }) as ListedModel;

const whole: Examination = {
  node: 'v22.0.0',
  platform: 'linux x64',
  sharp: '1',
  libvips: '2',
  onnxruntime: '3',
  providers: ['cpu'],
  furtherProviders: [],
  models: modelsFound('/models', [model('a', 'ok')]),
  freeBytes: 1e9,
  settings: {},
};

test('models are counted with their size and licences; extra ones are not missed', () => {
  const listed = [
    model('a', 'ok'),
    model('b', 'missing'),
    model('c', 'missing', false),
    model('d', 'corrupt'),
  ];
  expect(modelsFound('/models', listed)).toEqual({
    directory: '/models',
    present: ['a'],
    missing: ['b'],
    damaged: ['d'],
    presentBytes: 1000,
    missingBytes: 1000,
    licences: { MIT: 2 },
    isPermissive: true,
  });
  expect(modelsFound('/models', [model('a', 'ok', true, 'restricted')]).isPermissive).toBe(false);
});

test('a whole installation has no problem', () => expect(problemsOf(whole)).toEqual([]));

test.each([
  [{ sharp: undefined }, 'sharp', 1],
  [{ onnxruntime: undefined }, 'ONNX Runtime', 1],
  [{ models: modelsFound('/m', [model('a', 'missing')]) }, 'missing models: a', 4],
  [{ models: modelsFound('/m', [model('a', 'corrupt')]) }, 'damaged models: a', 4],
])('%j is told with what helps', (change, what, exitCode) => {
  const [problem] = problemsOf({ ...whole, ...change });
  expect(problem).toMatchObject({ exitCode, what: expect.stringContaining(what) });
  expect(problem.next).not.toBe('');
});

test('a full disk matters only where something is missing', () => {
  expect(problemsOf({ ...whole, freeBytes: 0 })).toEqual([]);
  const models = modelsFound('/m', [model('a', 'missing')]);
  expect(problemsOf({ ...whole, models, freeBytes: 10 }).map(({ what }) => what)).toContain(
    'the disk has no room for them',
  );
});

test('settings are told without their secrets', () => {
  const settings = settingsOf({
    HTTPS_PROXY: 'http://me:secret@proxy.example:8080/?token=secret',
    http_proxy: 'me:secret@proxy.example:8080',
    AVATAR_MODELS_MIRROR: '/srv/models',
    npm_config_registry: 'https://registry.example/npm/',
    npm_config__auth: 'secret',
    NPM_TOKEN: 'secret',
    NO_PROXY: '',
  });
  expect(settings).toEqual({
    HTTPS_PROXY: 'http://***@proxy.example:8080/',
    http_proxy: '***@proxy.example:8080',
    AVATAR_MODELS_MIRROR: '/srv/models',
    npm_config_registry: 'https://registry.example/npm/',
  });
});
