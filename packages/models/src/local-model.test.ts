import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AvatarError } from '@avatar/stage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OnnxGraph } from './convert/onnx-graph.js';
import { type LocalModel, localEntry } from './local-model.js';
import { createModelHub } from './model-hub.js';
import { sha256 } from './store/sha256.js';

const graph = new OnnxGraph();
graph.output('result', graph.node('Mul', [graph.input('image', [1, 4]), graph.scalar(2)]));
const bytes = graph.encode();
const image = { data: Float32Array.of(1, 2, 3, 4), dims: [1, 4] };
const contract = (name: string) => ({ name, shape: [1, 4], type: 'float32' as const, note: 'four values' });

let folder: string;
let model: LocalModel;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'avatar-local-'));
  const file = join(folder, 'secret-name.onnx');
  await writeFile(file, bytes);
  const [inputs, outputs] = [[contract('image')], [contract('result')]];
  model = { id: 'acme:model', file, licence: 'MIT', inputs, outputs };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const refusalOf = async (local: LocalModel): Promise<AvatarError> => {
  await using hub = createModelHub();
  const error: unknown = await hub.localSession(local).catch((reason: unknown) => reason);
  if (AvatarError.is(error)) return error;
  throw new Error('expected an AvatarError');
};

describe('localSession', () => {
  it('runs a file outside the catalogue and names it among the models used', async () => {
    await using hub = createModelHub({ offline: true });
    const session = await hub.localSession(model);
    expect((await session.run({ image })).result.data).toEqual(Float32Array.of(2, 4, 6, 8));
    expect(hub.used()).toMatchObject([{ id: 'acme:model', licence: { spdx: 'MIT' } }]);
  });

  it('reads a file once', async () => {
    await using hub = createModelHub();
    await Promise.all([hub.localSession(model), hub.localSession({ ...model })]);
    await rm(model.file);
    await expect(hub.localSession(model)).resolves.toBeDefined();
  });

  it('keeps two declarations of one file apart', async () => {
    await using hub = createModelHub();
    await hub.localSession(model);
    const other = { ...model, inputs: [contract('picture')] };
    await expect(hub.localSession(other)).rejects.toMatchObject({ reason: 'wrong-names' });
  });

  it('is released with its hub', async () => {
    const hub = createModelHub();
    const session = await hub.localSession(model);
    await hub[Symbol.asyncDispose]();
    await expect(session.run({ image })).rejects.toMatchObject({ reason: 'disposed' });
    await expect(hub.localSession(model)).rejects.toMatchObject({ reason: 'disposed' });
  });

  it('checks the content when it is declared', async () => {
    await using hub = createModelHub();
    await expect(hub.localSession({ ...model, sha256: sha256(bytes) })).resolves.toBeDefined();
    expect(await refusalOf({ ...model, sha256: '0'.repeat(64) })).toMatchObject({ reason: 'other-content' });
  });

  it('names what is in a file whose names were declared wrong', async () => {
    const { message } = await refusalOf({ ...model, outputs: [contract('picture')] });
    expect(message).toContain('inputs image; outputs result');
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
    await using hub = createModelHub();
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(hub.localSession(model, { signal })).rejects.toThrow('stopped');
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
    await using strict = createModelHub({ licencePolicy: 'permissive' });
    const opened = strict.localSession({ ...model, licence });
    if (status === 'permissive') await expect(opened).resolves.toBeDefined();
    else await expect(opened).rejects.toMatchObject({ reason: 'licence-refused' });
  });
});
