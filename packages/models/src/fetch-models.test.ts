import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AvatarError } from '@avatar/stage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  incompressible,
  type LocalRegistry,
  manifestOf,
  packTarball,
  plainModel,
  startLocalRegistry,
} from './fetch/local-registry.test-support.js';
import type { DownloadProgress } from './download-models.js';
import { type FetchOptions, type FetchParts, fetchModelsWith } from './fetch-models.js';
import { sha256 } from './store/sha256.js';
import { inspectWeights, weightsPath } from './store/weights-store.js';

const MEGABYTE = 1024 * 1024;
const first = incompressible(MEGABYTE);
const second = incompressible(MEGABYTE / 4);
const firstModel = plainModel('first', first);
const secondModel = plainModel('second', second);
const tarball = packTarball([
  { path: 'package.json', content: Buffer.from('{}') },
  { path: firstModel.files[0].path, content: first },
  { path: secondModel.files[0].path, content: second },
  { path: 'demo/video.bin', content: incompressible(6 * MEGABYTE) },
]);
const manifest = manifestOf([firstModel, secondModel], tarball);

let registry: LocalRegistry;
let directory: string;

beforeEach(async () => {
  registry = await startLocalRegistry(tarball);
  directory = await mkdtemp(join(tmpdir(), 'avatar-models-'));
});

afterEach(async () => {
  await registry[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

const unneeded: FetchParts['convert'] = () => {
  throw new Error('The converter was asked for a published file');
};

const pull = (
  ids: readonly string[] = ['first'],
  options: FetchOptions = {},
  parts: Partial<FetchParts> = {},
) =>
  fetchModelsWith(
    ids,
    { convert: unneeded, manifest, settings: registry.settings, ...parts },
    { directory, ...options },
  );

async function failureOf(work: Promise<unknown>): Promise<AvatarError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!AvatarError.is(error)) throw new Error('Expected an AvatarError', { cause: error });
  return error;
}

/** After a failure: nothing is left behind, and the next pull works. */
async function expectUsableCache(): Promise<void> {
  expect(await readdir(directory)).toEqual([]);
  registry.answers.splice(0, registry.answers.length, 'whole');
  registry.tarball = tarball;
  await pull();
  expect(await inspectWeights(directory, firstModel)).toBe('ok');
}

describe('fetchModels', () => {
  it('takes all models of one package in one request', async () => {
    await pull(['second']);
    expect(await inspectWeights(directory, firstModel)).toBe('ok');
    expect(await inspectWeights(directory, secondModel)).toBe('ok');
    expect(registry.tarballRequests()).toBe(1);
    expect(await readdir(directory)).toHaveLength(2);
  });

  it('stops the download once the wanted files are out', async () => {
    registry.answers[0] = 'slow';
    const events: DownloadProgress[] = [];
    await pull(['first'], { onProgress: (event) => events.push(event) });
    expect(registry.sentBytes()).toBeLessThan(tarball.length / 2);
    expect(events.at(-1)).toMatchObject({ phase: 'done', models: ['first', 'second'] });
    expect(events.at(-1)!.receivedBytes).toBeGreaterThan(first.length);
    expect(events.at(-1)!.receivedBytes).toBeLessThan(tarball.length / 2);
  });

  it('fetches nothing that is stored already', async () => {
    await pull();
    await pull();
    expect(registry.tarballRequests()).toBe(1);
  });

  it('fetches a damaged file again', async () => {
    await pull();
    await writeFile(weightsPath(directory, firstModel), 'damaged');
    expect(await inspectWeights(directory, firstModel)).toBe('corrupt');
    await pull();
    expect(await inspectWeights(directory, firstModel)).toBe('ok');
  });

  it('shares a download between callers, and one of them may leave', async () => {
    registry.answers[0] = 'slow';
    const leaving = new AbortController();
    const left = pull(['first'], { signal: leaving.signal });
    const stayed = pull(['first']);
    setTimeout(() => leaving.abort(new Error('left')), 20);
    await expect(left).rejects.toThrow('left');
    await stayed;
    expect(registry.tarballRequests()).toBe(1);
    expect(await inspectWeights(directory, firstModel)).toBe('ok');
  });

  describe('with a connection that is cut in the middle', () => {
    const packed = packTarball([
      { path: firstModel.files[0].path, content: first },
      { path: secondModel.files[0].path, content: second },
    ]);
    const seams = { manifest: manifestOf([firstModel, secondModel], packed) };

    beforeEach(async () => {
      await registry[Symbol.asyncDispose]();
      registry = await startLocalRegistry(packed);
    });

    it('starts over', async () => {
      registry.answers.splice(0, 1, 'cut', 'whole');
      await pull(['first'], {}, seams);
      expect(registry.tarballRequests()).toBe(2);
      expect(await inspectWeights(directory, firstModel)).toBe('ok');
    });

    it('gives up after the third time', async () => {
      registry.answers[0] = 'cut';
      const error = await failureOf(pull(['first'], {}, seams));
      expect(error).toMatchObject({ code: 'model-unavailable', reason: 'interrupted' });
      expect(error.publicMessage).toMatch(/try again/i);
      expect(error.cause).toBeDefined();
      expect(registry.tarballRequests()).toBe(3);
      expect(await readdir(directory)).toEqual([]);
      registry.answers[0] = 'whole';
      await pull(['first'], {}, seams);
      expect(await inspectWeights(directory, firstModel)).toBe('ok');
    });
  });

  it('refuses a file that differs from the pinned one', async () => {
    const other = plainModel('first', incompressible(1000), {
      files: [{ ...firstModel.files[0], sha256: 'x' }],
    });
    const error = await failureOf(pull(['first'], {}, { manifest: manifestOf([other], tarball) }));
    expect(error).toMatchObject({ code: 'model-unavailable', reason: 'wrong-content' });
    await expectUsableCache();
  });

  it('refuses a tarball whose stated integrity differs from the pinned one', async () => {
    const pinned = manifestOf([firstModel], packTarball([]));
    expect(await failureOf(pull(['first'], {}, { manifest: pinned }))).toMatchObject({
      reason: 'wrong-content',
    });
    await expectUsableCache();
  });

  it('refuses bytes that are no tarball', async () => {
    registry.tarball = incompressible(1000);
    expect(await failureOf(pull())).toMatchObject({ code: 'model-unavailable', reason: 'wrong-content' });
    await expectUsableCache();
  });

  it('says that a package is missing', async () => {
    registry.answers[0] = 'missing';
    expect(await failureOf(pull())).toMatchObject({ code: 'model-unavailable', reason: 'not-found' });
    await expectUsableCache();
  });

  it.each(['http://127.0.0.1:9/', 'http://registry.invalid/'])(
    'says that %s cannot be reached',
    async (address) => {
      const settings = { ...registry.settings, registry: address };
      const error = await failureOf(pull(['first'], {}, { settings }));
      expect(error).toMatchObject({ code: 'model-unavailable', reason: 'no-network' });
      expect(error.message).toMatch(/network/);
      await expectUsableCache();
    },
  );

  it('says that the disk is full, and removes the half-written file', async () => {
    const write: FetchParts['write'] = async (path, bytes) => {
      await writeFile(path, (bytes as Uint8Array).subarray(0, 1000));
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    };
    const error = await failureOf(pull(['first'], {}, { write }));
    expect(error).toMatchObject({ code: 'model-unavailable', reason: 'disk-full' });
    expect(error.message).toMatch(/free some disk space/);
    await expectUsableCache();
  });

  it('says that the models directory is none', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    const error = await failureOf(pull(['first'], { directory: file }));
    expect(error).toMatchObject({ code: 'model-unavailable', reason: 'not-writable' });
    expect(error.message).toMatch(/AVATAR_MODELS_DIR/);
  });

  it('says that a model is missing when it may not use the network', async () => {
    const error = await failureOf(pull(['first'], { offline: true }));
    expect(error).toMatchObject({ code: 'model-unavailable', reason: 'offline' });
    expect(error.message).toMatch(/npx @avatar\/cli models pull/);
    expect(registry.tarballRequests()).toBe(0);
    await expectUsableCache();
  });

  it('stops with the signal and leaves nothing behind', async () => {
    registry.answers[0] = 'slow';
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('stopped')), 20);
    await expect(pull(['first'], { signal: controller.signal })).rejects.toThrow('stopped');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(registry.sentBytes()).toBeLessThan(tarball.length / 2);
    await expectUsableCache();
  });

  describe('with weights that are published in another form', () => {
    const doubled = Buffer.concat([first, first]);
    const entry = plainModel('first', first, {
      conversion: { kind: 'constant-initialisers', model: firstModel.files[0].path },
      weights: { sha256: sha256(doubled), sizeBytes: doubled.length },
    });
    const parts = { manifest: manifestOf([entry], tarball) };

    it('asks the converter once, and stores what it makes', async () => {
      const asked: unknown[] = [];
      const convert: FetchParts['convert'] = async (conversion, fetched) => {
        asked.push(conversion);
        const bytes = fetched.get(firstModel.files[0].path)!;
        return Buffer.concat([bytes, bytes]);
      };
      await pull(['first'], {}, { ...parts, convert });
      await pull(['first'], {}, { ...parts, convert });
      expect(asked).toEqual([entry.conversion]);
      expect(await inspectWeights(directory, entry)).toBe('ok');
    });

    it.each([
      ['fails', unneeded],
      ['makes other bytes than the pinned ones', () => first],
    ])('says so when the converter %s', async (_, convert) => {
      const error = await failureOf(pull(['first'], {}, { ...parts, convert }));
      expect(error).toMatchObject({ code: 'model-unavailable', reason: 'conversion-failed' });
      await expectUsableCache();
    });
  });

  it('refuses an unknown model and lists the known ones', async () => {
    const error = await failureOf(pull(['frist']));
    expect(error.code).toBe('invalid-options');
    expect(error.message).toContain('first, second');
  });
});
