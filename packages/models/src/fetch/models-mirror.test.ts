import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AvatarError } from '@avatar/stage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  incompressible,
  type LocalRegistry,
  manifestOf,
  packTarball,
  plainModel,
  startLocalRegistry,
} from './local-registry.test-support.js';
import { tarballName } from './models-mirror.js';
import { type FetchOptions, fetchModelsWith } from '../fetch-models.js';
import { inspectWeights, weightsFileName } from '../store/weights-store.js';

const content = incompressible(300_000);
const model = plainModel('first', content);
const tarball = packTarball([{ path: model.files[0].path, content }]);
const manifest = manifestOf([model], tarball);
const nameOfWeights = weightsFileName(model);
const nameOfTarball = tarballName(manifest.sources['carrier']);

let registry: LocalRegistry;
let directory: string;
let folder: string;
let server: Server;
let requested: string[];

beforeEach(async () => {
  registry = await startLocalRegistry(tarball);
  directory = await mkdtemp(join(tmpdir(), 'avatar-models-'));
  folder = await mkdtemp(join(tmpdir(), 'avatar-mirror-'));
  requested = [];
  server = createServer((request, response) => {
    requested.push(request.url ?? '');
    readFile(join(folder, basename(request.url ?? ''))).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await registry[Symbol.asyncDispose]();
  await Promise.all([directory, folder].map((path) => rm(path, { recursive: true, force: true })));
});

const pull = (options: FetchOptions) =>
  fetchModelsWith(
    ['first'],
    { convert: () => expect.unreachable('nothing is converted'), manifest, settings: registry.settings },
    { directory, ...options },
  );

const failureOf = (work: Promise<unknown>): Promise<AvatarError> =>
  work.then(
    () => expect.unreachable('expected an error'),
    (error: unknown) => error as AvatarError,
  );

describe.each([
  ['a folder', () => folder],
  ['a file: address', () => pathToFileURL(folder).href],
  ['an http: address', () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/models`],
])('a mirror that is %s', (kind, location) => {
  it('gives weights, and the registry is not asked', async () => {
    await writeFile(join(folder, nameOfWeights), content);
    await pull({ mirror: location() });
    expect(await inspectWeights(directory, model)).toBe('ok');
    expect(registry.asked).toEqual([]);
    if (kind === 'an http: address') expect(requested).toEqual([`/models/${nameOfWeights}`]);
  });

  it('gives the tarball where it lacks the weights', async () => {
    await writeFile(join(folder, nameOfTarball), tarball);
    await pull({ mirror: location() });
    expect(await inspectWeights(directory, model)).toBe('ok');
    expect(registry.asked).toEqual([]);
  });

  it('is passed over where it lacks both', async () => {
    await pull({ mirror: location() });
    expect(await inspectWeights(directory, model)).toBe('ok');
    expect(registry.tarballRequests()).toBe(1);
  });

  it.each([
    ['other weights', nameOfWeights, incompressible(content.length)],
    ['more than the weights', nameOfWeights, Buffer.concat([content, content])],
    ['half of the weights', nameOfWeights, content.subarray(1000)],
    ['another tarball', nameOfTarball, packTarball([{ path: model.files[0].path, content: Buffer.of(1) }])],
  ])('cannot pass off %s', async (_, name, bytes) => {
    await writeFile(join(folder, name), bytes);
    expect(await failureOf(pull({ mirror: location() }))).toMatchObject({
      code: 'model-unavailable',
      reason: 'wrong-content',
    });
    expect(await inspectWeights(directory, model)).toBe('missing');
    expect(registry.asked).toEqual([]);
  });
});

describe('AVATAR_MODELS_MIRROR', () => {
  afterEach(() => delete process.env['AVATAR_MODELS_MIRROR']);

  it('is the mirror unless another is given', async () => {
    await writeFile(join(folder, nameOfWeights), content);
    process.env['AVATAR_MODELS_MIRROR'] = folder;
    await pull({});
    expect(registry.asked).toEqual([]);
  });

  it('may be the models directory of another machine', async () => {
    await pull({ directory: folder });
    await pull({ mirror: folder });
    expect(registry.tarballRequests()).toBe(1);
  });

  it('is no wrong path that nobody notices', async () => {
    const error = await failureOf(pull({ mirror: join(folder, 'nowhere') }));
    expect(error).toMatchObject({ code: 'invalid-options' });
    expect(registry.asked).toEqual([]);
  });

  it('is an address that answers, or the registry is not asked either', async () => {
    const error = await failureOf(pull({ mirror: 'http://127.0.0.1:9/' }));
    expect(error).toMatchObject({ reason: 'no-network' });
    expect(error.message).toContain('AVATAR_MODELS_MIRROR');
    expect(registry.asked).toEqual([]);
  });
});
