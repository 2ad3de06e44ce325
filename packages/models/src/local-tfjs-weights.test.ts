import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assembleHubWith } from './assemble-model-hub.js';
import { fakeRuntime } from './fake-runtime.test-support.js';
import type { LocalModel } from './local-model.js';
import { readTfjsWeights } from './local-tfjs-weights.js';
import type { InferenceBackend, TfjsWeights } from './runtime.js';

let folder: string;
beforeEach(async () => {
  const home = await mkdtemp(join(tmpdir(), 'avatar-tfjs-weights-'));
  folder = join(home, 'model');
  await mkdir(folder);
  await writeFile(join(folder, 'a.bin'), Uint8Array.of(1, 2));
  await writeFile(join(folder, 'b.bin'), Uint8Array.of(3));
  await writeFile(join(home, 'secret.bin'), Uint8Array.of(9));
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

async function modelOf(content: unknown, facts: Partial<LocalModel> = {}): Promise<LocalModel> {
  const file = join(folder, 'model.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return { id: 'acme:model', file, format: 'tfjs', licence: 'MIT', inputs: [], outputs: [], ...facts };
}
const naming = (...paths: unknown[]) => ({ modelTopology: {}, weightsManifest: [{ paths, weights: [] }] });

describe('readTfjsWeights', () => {
  it('reads model.json and its shards, in its order', async () => {
    const { model, shards } = await readTfjsWeights(await modelOf(naming('b.bin', 'a.bin')));
    expect(JSON.parse(Buffer.from(model).toString())).toEqual(naming('b.bin', 'a.bin'));
    expect(shards.map((shard) => [...shard])).toEqual([[3], [1, 2]]);
  });

  it('takes only what has the declared hash, over all files', async () => {
    const content = JSON.stringify(naming('a.bin', 'b.bin'));
    const hash = createHash('sha256')
      .update(content)
      .update(Uint8Array.of(1, 2, 3))
      .digest('hex');
    expect((await readTfjsWeights(await modelOf(content, { sha256: hash }))).shards).toHaveLength(2);
    await writeFile(join(folder, 'b.bin'), Uint8Array.of(4));
    await expect(readTfjsWeights(await modelOf(content, { sha256: hash }))).rejects.toMatchObject({
      code: 'model-unavailable',
      reason: 'other-content',
    });
  });

  it.each([
    ['no JSON', 'none', 'not-a-model'],
    ['no weights', {}, 'not-a-model'],
    ['nothing', 'null', 'not-a-model'],
    ['a group without paths', { weightsManifest: [{}] }, 'not-a-model'],
    ['a group that is none', { weightsManifest: [null] }, 'not-a-model'],
    ['a path upwards', naming('../secret.bin'), 'not-a-model'],
    ['a whole path', naming('/etc/hostname'), 'not-a-model'],
    ['the folder itself', naming('..'), 'not-a-model'],
    ['an address', naming('https://example.org/a.bin'), 'not-a-model'],
    ['a number', naming(7), 'not-a-model'],
    ['too many', naming(...Array<string>(1001).fill('a.bin')), 'not-a-model'],
    ['a shard that is not there', naming('c.bin'), 'file-missing'],
  ])('refuses %s', async (_what, content, reason) => {
    await expect(readTfjsWeights(await modelOf(content))).rejects.toMatchObject({
      code: 'model-unavailable',
      reason,
    });
  });

  it.skipIf(process.platform === 'win32')('follows no link out of the folder', async () => {
    await symlink(join(folder, '..', 'secret.bin'), join(folder, 'link.bin'));
    await expect(readTfjsWeights(await modelOf(naming('link.bin')))).rejects.toMatchObject({
      reason: 'file-missing',
    });
  });
});

describe('a hub', () => {
  const parts = { runtime: fakeRuntime(), convert: () => new Uint8Array() };

  it('gives local models of TensorFlow.js to its backend for them', async () => {
    const opened: TfjsWeights[] = [];
    const tfjs: InferenceBackend<'tfjs'> = {
      format: 'tfjs',
      open: async (weights) => {
        opened.push(weights);
        return { run: async () => ({}), release: async () => undefined };
      },
    };
    await using hub = assembleHubWith(parts, { tfjs });
    const model = await modelOf(naming('a.bin'));
    await hub.loadLocal(model);
    await hub.loadLocal(model);
    expect(opened.map(({ shards }) => [...shards[0]])).toEqual([[1, 2]]);
    expect(parts.runtime.opened).toEqual([]);
  });

  it('says what to install where it has none', async () => {
    await using hub = assembleHubWith(parts, {});
    await expect(hub.loadLocal(await modelOf(naming('a.bin')))).rejects.toMatchObject({
      code: 'model-unavailable',
      reason: 'no-backend',
      message: expect.stringContaining('npm install @avatar/tfjs') as string,
    });
  });
});
