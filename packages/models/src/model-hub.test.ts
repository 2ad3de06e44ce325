import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AvatarError, type Warning } from '@avatar/stage';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OnnxGraph } from './convert/onnx-graph.js';
import {
  type LocalRegistry,
  manifestOf,
  packTarball,
  plainModel,
  startLocalRegistry,
} from './fetch/local-registry.test-support.js';
import type { ModelHubOptions } from './hub-contract.js';
import { createHubWith, createModelHub } from './model-hub.js';

/** A network that multiplies its four values. */
function multiplyingModel(factor: number): Uint8Array {
  const graph = new OnnxGraph();
  const image = graph.input('image', [1, 4]);
  graph.output('result', graph.node('Mul', [image, graph.scalar(factor)]));
  return graph.encode();
}

const bytes = multiplyingModel(2);
const tripleBytes = multiplyingModel(3);
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

beforeAll(async () => {
  registry = await startLocalRegistry(tarball);
});
afterAll(() => registry[Symbol.asyncDispose]());
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'avatar-hub-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const createHub = (options: ModelHubOptions = {}) =>
  createHubWith({ directory, ...options }, { manifest, settings: registry.settings });

describe('createModelHub', () => {
  it('fetches, loads and runs a model', async () => {
    await using hub = createHub();
    const session = await hub.session('doubling');
    const { result } = await session.run({ image });
    expect(result).toEqual({ data: Float32Array.of(2, 4, 6, 8), dims: [1, 4] });
    expect(session.model).toBe(doubling);
    expect(hub.used()).toEqual([doubling]);
  });

  it('takes values that lie in shared memory', async () => {
    await using hub = createHub();
    const data = new Float32Array(new SharedArrayBuffer(16));
    data.set([1, 2, 3, 4]);
    const { result } = await (await hub.session('doubling')).run({ image: { data, dims: [1, 4] } });
    expect(result.data).toEqual(Float32Array.of(2, 4, 6, 8));
  });

  it('loads once for many callers and for the same content under another id', async () => {
    const before = registry.tarballRequests();
    await using hub = createHub();
    const sessions = await Promise.all(['doubling', 'doubling', 'alias'].map((id) => hub.session(id)));
    await Promise.all(sessions.map((session) => session.run({ image })));
    expect(registry.tarballRequests()).toBe(before + 1);
    expect(hub.used().map(({ id }) => id)).toEqual(['doubling', 'alias']);
  });

  it('forgets a failed load', async () => {
    await using hub = createHub();
    registry.answers.splice(0, 1, 'missing', 'whole');
    await expect(hub.session('doubling')).rejects.toMatchObject({ reason: 'not-found' });
    const { result } = await (await hub.session('doubling')).run({ image });
    expect(result.data[0]).toBe(2);
  });

  it('warms up on zeros', async () => {
    await using hub = createHub();
    await hub.warmUp(['doubling']);
    expect(hub.used()).toEqual([doubling]);
  });

  it('refuses inputs that do not fit the contract', async () => {
    await using hub = createHub();
    const session = await hub.session('doubling');
    const wrong = [
      {},
      { image: { ...image, dims: [4, 1] } },
      { image: { ...image, data: new Float32Array(3) } },
      { picture: image },
    ];
    for (const feeds of wrong)
      await expect(session.run(feeds as Record<string, typeof image>)).rejects.toMatchObject({
        code: 'inference-failed',
        reason: 'wrong-input',
        message: expect.stringContaining('doubling expects "image" [1, 4]') as string,
      });
  });

  it('wraps what the runtime reports, without data', async () => {
    await using hub = createHub();
    const session = await hub.session('doubling');
    const integers = { data: Int32Array.of(1, 2, 3, 4), dims: [1, 4] };
    const error: unknown = await session.run({ image: integers }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'inference-failed', facts: { model: 'doubling' } });
    expect((error as AvatarError).cause).toBeInstanceOf(Error);
  });

  it('checks the signal before it loads and before it runs', async () => {
    await using hub = createHub();
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(hub.session('doubling', { signal })).rejects.toThrow('stopped');
    expect(hub.used()).toEqual([]);
    const session = await hub.session('doubling');
    await expect(session.run({ image }, { signal })).rejects.toThrow('stopped');
  });

  it('uses the next execution provider and says so once', async () => {
    const warnings: Warning[] = [];
    await using hub = createHub({
      executionProviders: ['dml', 'cpu'],
      onWarning: (warning) => warnings.push(warning),
    });
    await (await hub.session('doubling')).run({ image });
    await (await hub.session('tripling')).run({ image });
    expect(warnings).toEqual([expect.objectContaining({ code: 'provider-unavailable' })]);
  });

  it('fails where no provider can load the model', async () => {
    await using hub = createHub();
    await expect(hub.session('broken')).rejects.toMatchObject({
      code: 'model-unavailable',
      reason: 'no-provider',
    });
  });

  it('refuses a licence that is not permissive, if asked to', async () => {
    await using strict = createHub({ licencePolicy: 'permissive' });
    await expect(strict.session('restricted')).rejects.toMatchObject({ reason: 'licence-refused' });
    await using hub = createHub();
    await expect(hub.session('restricted')).resolves.toBeDefined();
  });

  it('stays away from the network when offline', async () => {
    await using hub = createHub({ offline: true });
    await expect(hub.session('doubling')).rejects.toMatchObject({
      code: 'model-unavailable',
      reason: 'offline',
    });
  });

  it('waits for runs when it is disposed, once, and refuses later calls', async () => {
    const hub = createHub();
    const session = await hub.session('doubling');
    const running = session.run({ image });
    const disposals = [hub[Symbol.asyncDispose](), hub[Symbol.asyncDispose]()];
    await expect(running).resolves.toBeDefined();
    await Promise.all(disposals);
    await expect(session.run({ image })).rejects.toMatchObject({ reason: 'disposed' });
    await expect(hub.session('doubling')).rejects.toMatchObject({ reason: 'disposed' });
    await hub[Symbol.asyncDispose]();
  });

  it('releases a model whose load was under way when it is disposed', async () => {
    const hub = createHub();
    const loading = hub.session('doubling');
    await hub[Symbol.asyncDispose]();
    await expect(loading).rejects.toMatchObject({ reason: 'disposed' });
  });

  it('names the known models for an unknown id', async () => {
    await using hub = createHub();
    expect(() => hub.entry('dubling')).toThrow(/known models: doubling, alias/);
    await expect(hub.session('dubling')).rejects.toMatchObject({ code: 'invalid-options' });
  });

  it('refuses options that it does not know', () => {
    expect(() => createModelHub({ executionProviders: ['gpu' as 'cuda'] })).toThrow(/one of cpu, cuda/);
    expect(() => createModelHub({ offlin: true } as ModelHubOptions)).toThrow(/Unknown option "offlin"/);
  });
});
