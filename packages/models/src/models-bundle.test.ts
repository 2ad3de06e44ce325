import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AvatarError } from '@avatar/stage';
import { Header } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { incompressible, manifestOf, plainModel } from './fetch/local-registry.test-support.js';
import { bundleModelsWith, importModelsWith } from './models-bundle.js';
import { storeWeights, weightsFileName, weightsPath } from './store/weights-store.js';

const contents = [incompressible(100_000), incompressible(512 * 40)];
const models = [plainModel('first', contents[0]), plainModel('second', contents[1])];
const manifest = manifestOf(models, Buffer.alloc(0));

let folder: string;
let stored: string;
let fresh: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'avatar-bundle-'));
  [stored, fresh, file] = ['stored', 'fresh', 'models.tar'].map((name) => join(folder, name));
  await Promise.all(models.map((model, index) => storeWeights(stored, model, contents[index])));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bundle = (ids?: readonly string[]) => bundleModelsWith(manifest, file, ids, stored);
const importInto = (directory = fresh) => importModelsWith(manifest, file, directory);
const idsOf = (listed: readonly { id: string }[]) => listed.map(({ id }) => id);

async function refusalOf(work: Promise<unknown>): Promise<AvatarError> {
  const error = await work.then(
    () => expect.unreachable('expected an error'),
    (reason: unknown) => reason as AvatarError,
  );
  expect(await readdir(fresh).catch(() => [])).toEqual([]);
  return error;
}

describe('bundleModels and importModels', () => {
  it('carry models to another machine', async () => {
    expect(idsOf(await bundle())).toEqual(['first', 'second']);
    expect(idsOf(await importInto())).toEqual(['first', 'second']);
    for (const [index, model] of models.entries())
      expect((await readFile(weightsPath(fresh, model))).equals(contents[index])).toBe(true);
  });

  it('write the same bytes for the same models', async () => {
    await bundle();
    const first = await readFile(file);
    await rm(weightsPath(stored, models[0]));
    await storeWeights(stored, models[0], contents[0]);
    await bundle();
    expect((await readFile(file)).equals(first)).toBe(true);
  });

  it('take what was asked for', async () => {
    await bundle(['second']);
    expect(idsOf(await importInto())).toEqual(['second']);
  });

  it('refuse to write what is missing or damaged', async () => {
    await writeFile(weightsPath(stored, models[0]), 'damaged');
    await expect(bundle()).rejects.toThrow(/first \(corrupt\)/);
    await rm(weightsPath(stored, models[0]));
    await expect(bundle()).rejects.toThrow(/first \(missing\)/);
    expect(await readdir(folder)).toEqual(['stored']);
  });
});

function entry(
  path: string,
  content: Uint8Array,
  type: 'File' | 'SymbolicLink' = 'File',
  size = content.length,
) {
  const block = Buffer.alloc(512);
  new Header({ path, size, type, mode: 0o644, linkpath: type === 'File' ? '' : '/etc/passwd' }).encode(
    block,
    0,
  );
  return Buffer.concat([block, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

describe('importModels', () => {
  const END = Buffer.alloc(1024);
  const whole = (index: number) => entry(weightsFileName(models[index]), contents[index]);

  it.each([
    ['a path that leads elsewhere', () => [entry(`../${weightsFileName(models[1])}`, contents[1]), END]],
    ['an absolute path', () => [entry(`/tmp/${weightsFileName(models[1])}`, contents[1]), END]],
    ['a file of another name', () => [entry('readme.txt', Buffer.from('hello')), END]],
    ['a link', () => [entry(weightsFileName(models[1]), Buffer.alloc(0), 'SymbolicLink', 0), END]],
    ['a file that is too large', () => [entry(weightsFileName(models[1]), Buffer.alloc(1_000_000)), END]],
    ['a size that is not kept', () => [entry(weightsFileName(models[1]), contents[1], 'File', 4e12), END]],
    ['an end in the middle of a file', () => [whole(0), whole(1).subarray(0, 5000)]],
    ['an end between two files', () => [whole(0)]],
    ['nothing', () => [END]],
    ['no archive', () => [Buffer.from('MZ, and what not')]],
    ['random bytes', () => [incompressible(4096)]],
  ])('refuses %s', async (_, parts) => {
    await writeFile(file, Buffer.concat(parts()));
    expect(await refusalOf(importInto())).toMatchObject({
      code: 'model-unavailable',
      reason: 'not-a-bundle',
    });
  });

  it('refuses weights that are not the pinned ones, and those beside them', async () => {
    await writeFile(
      file,
      Buffer.concat([whole(0), entry(weightsFileName(models[1]), incompressible(contents[1].length)), END]),
    );
    const error = await refusalOf(importInto());
    expect(error).toMatchObject({ code: 'model-unavailable', reason: 'wrong-content' });
    expect(error.facts).toEqual({ model: 'second' });
  });

  it('says that there is no such file', async () => {
    expect(await refusalOf(importInto())).toMatchObject({ reason: 'file-missing' });
  });
});
