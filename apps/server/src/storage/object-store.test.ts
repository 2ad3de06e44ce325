import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLocalStore } from './local-store.js';
import { objectPath } from './object-path.js';
import type { ObjectStore } from './object-store.js';
import { createS3Store } from './s3-store.js';
import { startS3Server, type S3Server } from '../testing/s3-server.test-support.js';

const folders: string[] = [];
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'avatar-store-'));
  folders.push(folder);
  return folder;
};
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const BAD_KEYS = [
  '',
  '/a',
  'a/',
  'a//b',
  '../a',
  'a/../b',
  'a/..',
  '.',
  'a.png',
  'a\\b',
  'a\0',
  'ä',
  'a b',
  'a/'.repeat(5) + 'a',
];

function describeStore(
  name: string,
  open: () => Promise<ObjectStore>,
  close = async (): Promise<void> => {},
): void {
  describe(name, () => {
    let store: ObjectStore;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(close);
    afterEach(async () => {
      for (const key of await keysOf(store)) await store.delete(key);
    });

    it('gives back what was put, of any size, and the last of two', async () => {
      for (const size of [0, 1, 3_000_000]) {
        const bytes = new Uint8Array(size).fill(7);
        await store.put('acc_1/output/a', bytes, 'image/png');
        const got = await store.get('acc_1/output/a');
        expect(got).toBeInstanceOf(Uint8Array);
        expect(Buffer.compare(got!, bytes)).toBe(0);
      }
    });

    it('has nothing under other keys', async () => {
      await store.put('acc_1/output/a', new Uint8Array(1), 'image/png');
      expect(await store.get('acc_1/output/b')).toBeUndefined();
      expect(await store.get('acc_2/output/a')).toBeUndefined();
    });

    it('keeps nothing of what is deleted', async () => {
      await store.put('acc_1/input/a', new Uint8Array(9), 'image/png');
      await store.delete('acc_1/input/a');
      await store.delete('acc_1/input/a');
      expect(await store.get('acc_1/input/a')).toBeUndefined();
      expect(await keysOf(store)).toEqual([]);
    });

    it('lists an account apart from others whose name begins alike', async () => {
      for (const key of ['acc_1/input/a', 'acc_1/output/b', 'acc_10/output/c'])
        await store.put(key, new Uint8Array(2), 'image/png');
      expect((await keysOf(store, 'acc_1/')).sort()).toEqual(['acc_1/input/a', 'acc_1/output/b']);
      expect(await keysOf(store)).toHaveLength(3);
      for await (const entry of store.list('acc_10/')) {
        expect(entry.sizeBytes).toBe(2);
        expect(Math.abs(entry.modifiedAt.getTime() - Date.now())).toBeLessThan(60_000);
      }
    });

    it.each(BAD_KEYS)('refuses the key %j', async (key) => {
      const attempts = [
        () => store.get(key),
        () => store.delete(key),
        () => store.put(key, new Uint8Array(1), ''),
      ];
      for (const attempt of attempts) await expect(async () => attempt()).rejects.toThrow(TypeError);
      if (key !== '' && key !== 'a/') await expect(keysOf(store, key)).rejects.toThrow(TypeError);
    });

    it('answers a ping', () => store.ping());
  });
}

async function keysOf(store: ObjectStore, prefix = ''): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}

describeStore('local store', async () => createLocalStore(await newFolder()));

let s3: S3Server | undefined;
const s3Store = async (): Promise<ObjectStore> => {
  s3 = await startS3Server(await newFolder());
  return createS3Store({ ...s3.options, prefix: 'shared/' });
};
describeStore('S3 store', s3Store, async () => s3?.[Symbol.asyncDispose]());

describe('a local store', () => {
  it('is readable by its owner only, and leaves no partial files', async () => {
    const folder = await newFolder();
    const store = await createLocalStore(folder);
    await store.put('acc_1/input/a', new Uint8Array(1), 'image/png');
    expect((await stat(join(folder, 'acc_1/input/a'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'acc_1'))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(folder, '.partial'))).toEqual([]);
  });

  it('removes what a killed process left half written, and not what is being written', async () => {
    const folder = await newFolder();
    const store = await createLocalStore(folder);
    const [old, young] = [join(folder, '.partial/old'), join(folder, '.partial/young')];
    for (const work of [() => createLocalStore(folder), () => store.sweep()]) {
      for (const file of [old, young]) await writeFile(file, 'x');
      await utimes(old, new Date(0), new Date(0));
      await work();
      expect(await readdir(join(folder, '.partial'))).toEqual(['young']);
    }
    expect(await keysOf(store)).toEqual([]);
  });

  it('fails when its folder is gone', async () => {
    const folder = await newFolder();
    const store = await createLocalStore(join(folder, 'x'));
    await rm(join(folder, 'x'), { recursive: true });
    await expect(store.ping()).rejects.toThrow('ENOENT');
  });
});

it('an object path is of one account', () => {
  expect(objectPath('acc_1', 'input', 'inp_2')).toBe('acc_1/input/inp_2');
  expect(() => objectPath('acc_1/../acc_2', 'input', 'inp_2')).toThrow(TypeError);
  expect(() => objectPath('acc_1', 'input', '..')).toThrow(TypeError);
});
