import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assembleHubWith, assembleModelHub } from './assemble-model-hub.js';
import { type FakeRuntime, fakeRuntime, weightsOf } from './fake-runtime.test-support.js';
import {
  type LocalRegistry,
  manifestOf,
  packTarball,
  plainModel,
  startLocalRegistry,
} from './fetch/local-registry.test-support.js';
import type { ModelHubOptions } from './model-hub.js';

const bytes = weightsOf(2);
const tripleBytes = weightsOf(3);
const doubling = plainModel('doubling', bytes);
const tripling = plainModel('tripling', tripleBytes);
const alias = { ...doubling, id: 'alias' };
const broken = plainModel('broken', Buffer.from('no network at all'));
const restricted = plainModel('restricted', bytes, {
  licence: { spdx: 'CC-BY-NC-4.0', status: 'restricted', evidence: 'made by the test' },
});
const tarball = packTarball([
  { path: doubling.files[0].path, content: bytes },
  { path: tripling.files[0].path, content: tripleBytes },
  { path: broken.files[0].path, content: Buffer.from('no network at all') },
  { path: restricted.files[0].path, content: bytes },
]);
const manifest = manifestOf([doubling, alias, tripling, broken, restricted], tarball);
const image = { data: Float32Array.of(1, 2, 3, 4), dims: [1, 4] };

let registry: LocalRegistry;
let directory: string;
let runtime: FakeRuntime;

beforeAll(async () => {
  registry = await startLocalRegistry(tarball);
});
afterAll(() => registry[Symbol.asyncDispose]());
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'avatar-hub-'));
  runtime = fakeRuntime();
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const createHub = (options: ModelHubOptions = {}) =>
  assembleHubWith(
    { runtime, convert: unneeded, manifest, settings: registry.settings },
    { directory, ...options },
  );
const unneeded = () => {
  throw new Error('The converter was asked for a published file');
};

describe('a model hub', () => {
  it('fetches, loads and runs a model', async () => {
    await using hub = createHub();
    const model = await hub.load('doubling');
    const { result } = await model.run({ image });
    expect(result).toEqual({ data: Float32Array.of(2, 4, 6, 8), dims: [1, 4] });
    expect(model.entry).toBe(doubling);
    expect(hub.used()).toEqual([doubling]);
  });

  it('loads once for many callers and for the same content under another id', async () => {
    const before = registry.tarballRequests();
    await using hub = createHub();
    const loaded = await Promise.all(['doubling', 'doubling', 'alias'].map((id) => hub.load(id)));
    await Promise.all(loaded.map((model) => model.run({ image })));
    expect(registry.tarballRequests()).toBe(before + 1);
    expect(runtime.opened).toEqual(['doubling']);
    expect(hub.used().map(({ id }) => id)).toEqual(['doubling', 'alias']);
  });

  it('forgets a failed load', async () => {
    await using hub = createHub();
    registry.answers.splice(0, 1, 'missing', 'whole');
    await expect(hub.load('doubling')).rejects.toMatchObject({ reason: 'not-found' });
    const { result } = await (await hub.load('doubling')).run({ image });
    expect(result.data[0]).toBe(2);
  });

  it('warms up on zeros', async () => {
    await using hub = createHub();
    await hub.warmUp(['doubling']);
    expect(hub.used()).toEqual([doubling]);
  });

  it('refuses inputs that do not fit the contract', async () => {
    await using hub = createHub();
    const model = await hub.load('doubling');
    const wrong = [
      {},
      { image: { ...image, dims: [4, 1] } },
      { image: { ...image, data: new Float32Array(3) } },
      { picture: image },
    ];
    for (const feeds of wrong)
      await expect(model.run(feeds as Record<string, typeof image>)).rejects.toMatchObject({
        code: 'inference-failed',
        reason: 'wrong-input',
        message: expect.stringContaining('doubling expects "image" [1, 4]') as string,
      });
  });

  it('checks the signal before it loads and before it runs', async () => {
    await using hub = createHub();
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(hub.load('doubling', { signal })).rejects.toThrow('stopped');
    expect(hub.used()).toEqual([]);
    const model = await hub.load('doubling');
    await expect(model.run({ image }, { signal })).rejects.toThrow('stopped');
  });

  it('says what the runtime says about a model that it cannot load', async () => {
    await using hub = createHub();
    await expect(hub.load('broken')).rejects.toMatchObject({
      code: 'model-unavailable',
      reason: 'no-provider',
    });
  });

  it('refuses a licence that is not permissive, if asked to', async () => {
    await using strict = createHub({ licencePolicy: 'permissive' });
    await expect(strict.load('restricted')).rejects.toMatchObject({ reason: 'licence-refused' });
    await using hub = createHub();
    await expect(hub.load('restricted')).resolves.toBeDefined();
  });

  it('stays away from the network when offline', async () => {
    await using hub = createHub({ offline: true });
    await expect(hub.load('doubling')).rejects.toMatchObject({
      code: 'model-unavailable',
      reason: 'offline',
    });
  });

  it('waits for runs when it is disposed, once, and refuses later calls', async () => {
    const hub = createHub();
    const model = await hub.load('doubling');
    const running = model.run({ image });
    const disposals = [hub.close(), hub[Symbol.asyncDispose]()];
    await expect(running).resolves.toBeDefined();
    await Promise.all(disposals);
    await expect(model.run({ image })).rejects.toMatchObject({ reason: 'disposed' });
    await expect(hub.load('doubling')).rejects.toMatchObject({ reason: 'disposed' });
    await hub[Symbol.asyncDispose]();
    expect(runtime.released).toEqual(['doubling']);
  });

  it('releases a model whose load was under way when it is disposed', async () => {
    const hub = createHub();
    const loading = hub.load('doubling');
    await hub[Symbol.asyncDispose]();
    await expect(loading).rejects.toMatchObject({ reason: 'disposed' });
    expect(runtime.released).toEqual(runtime.opened);
  });

  it('names the known models for an unknown id', async () => {
    await using hub = createHub();
    expect(() => hub.entry('dubling')).toThrow(/known models: doubling, alias/);
    await expect(hub.load('dubling')).rejects.toMatchObject({ code: 'invalid-options' });
  });

  it('refuses options that it does not know', () => {
    const parts = { runtime, convert: unneeded };
    expect(() => assembleModelHub(parts, { offlin: true } as ModelHubOptions)).toThrow(
      /Unknown option "offlin"/,
    );
    expect(() => assembleModelHub(parts, { licencePolicy: 'strict' as 'any' })).toThrow(
      /one of permissive, any/,
    );
  });
});
