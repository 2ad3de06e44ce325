import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AvatarError } from '@avatar/stage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assembleModelHub } from './assemble-model-hub.js';
import { type FakeRuntime, fakeRuntime, weightsOf } from './fake-runtime.test-support.js';
import { type LocalModel, localEntry } from './local-model.js';
import type { ModelHubOptions } from './model-hub.js';
import { sha256 } from './store/sha256.js';

const bytes = weightsOf(2);
const image = { data: Float32Array.of(1, 2, 3, 4), dims: [1, 4] };
const contract = (name: string) => ({ name, shape: [1, 4], type: 'float32' as const, note: 'four values' });

let folder: string;
let model: LocalModel;
let runtime: FakeRuntime;

const createHub = (options?: ModelHubOptions) =>
  assembleModelHub(
    {
      runtime,
      convert: () => {
        throw new Error('A local file was converted');
      },
    },
    options,
  );

beforeEach(async () => {
  runtime = fakeRuntime();
  folder = await mkdtemp(join(tmpdir(), 'avatar-local-'));
  const file = join(folder, 'secret-name.onnx');
  await writeFile(file, bytes);
  const [inputs, outputs] = [[contract('image')], [contract('result')]];
  model = { id: 'acme:model', file, licence: 'MIT', inputs, outputs };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const refusalOf = async (local: LocalModel): Promise<AvatarError> => {
  await using hub = createHub();
  const error: unknown = await hub.loadLocal(local).catch((reason: unknown) => reason);
  if (AvatarError.is(error)) return error;
  throw new Error('expected an AvatarError');
};

describe('loadLocal', () => {
  it('runs a file outside the catalogue and names it among the models used', async () => {
    await using hub = createHub({ offline: true });
    const loaded = await hub.loadLocal(model);
    expect((await loaded.run({ image })).result.data).toEqual(Float32Array.of(2, 4, 6, 8));
    expect(hub.used()).toMatchObject([{ id: 'acme:model', licence: { spdx: 'MIT' } }]);
  });

  it('reads a file once', async () => {
    await using hub = createHub();
    await Promise.all([hub.loadLocal(model), hub.loadLocal({ ...model })]);
    await rm(model.file);
    await expect(hub.loadLocal(model)).resolves.toBeDefined();
  });

  it('keeps two declarations of one file apart', async () => {
    await using hub = createHub();
    await hub.loadLocal(model);
    const other = { ...model, inputs: [contract('picture')] };
    await hub.loadLocal(other);
    expect(runtime.opened).toHaveLength(2);
  });

  it('is released with its hub', async () => {
    const hub = createHub();
    const loaded = await hub.loadLocal(model);
    await hub[Symbol.asyncDispose]();
    await expect(loaded.run({ image })).rejects.toMatchObject({ reason: 'disposed' });
    await expect(hub.loadLocal(model)).rejects.toMatchObject({ reason: 'disposed' });
  });

  it('checks the content when it is declared', async () => {
    await using hub = createHub();
    await expect(hub.loadLocal({ ...model, sha256: sha256(bytes) })).resolves.toBeDefined();
    expect(await refusalOf({ ...model, sha256: '0'.repeat(64) })).toMatchObject({ reason: 'other-content' });
  });

  it('refuses what is no regular file, too large or no network, without its path', async () => {
    const pipe = join(folder, 'secret-pipe');
    execFileSync('mkfifo', [pipe]);
    const large = join(folder, 'secret-large');
    await writeFile(large, '');
    await truncate(large, 512 * 1024 * 1024 + 1);
    const text = join(folder, 'secret-text');
    await writeFile(text, 'no network');
    for (const [file, reason] of [
      [join(folder, 'secret-missing'), 'file-missing'],
      [folder, 'file-missing'],
      [pipe, 'file-missing'],
      [large, 'file-too-large'],
      [text, 'no-provider'],
    ]) {
      const error = await refusalOf({ ...model, file });
      expect(error).toMatchObject({ code: 'model-unavailable', reason });
      expect(error.message).not.toContain('secret');
      expect(error.message).not.toContain(folder);
    }
  });

  it('heeds a signal', async () => {
    await using hub = createHub();
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(hub.loadLocal(model, { signal })).rejects.toThrow('stopped');
  });
});

describe('a declared licence', () => {
  it.each([
    ['MIT', 'permissive'],
    ['Apache-2.0 AND BSD-3-Clause', 'permissive'],
    ['GPL-3.0-only OR MIT', 'permissive'],
    ['MIT AND GPL-3.0-only', 'unverified'],
    ['LicenseRef-Acme', 'unverified'],
    ['CC-BY-NC-4.0', 'restricted'],
  ])('%s counts as %s', async (licence, status) => {
    expect(localEntry({ ...model, licence }).licence).toMatchObject({ spdx: licence, status });
    await using strict = createHub({ licencePolicy: 'permissive' });
    const opened = strict.loadLocal({ ...model, licence });
    if (status === 'permissive') await expect(opened).resolves.toBeDefined();
    else await expect(opened).rejects.toMatchObject({ reason: 'licence-refused' });
  });
});
