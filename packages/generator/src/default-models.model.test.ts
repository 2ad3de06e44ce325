import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listModels, modelsDirectory } from '@avatar/models';
import { BACKGROUNDS, STYLES } from '@avatar/styles';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AvatarGenerator, createAvatarGenerator } from './avatar-generator.js';
import { modelIdsOf } from './avatar-pipeline.js';

/** A machine without a network after `avatar models pull`: the default set is stored, and nothing else. */
let directory: string;
let generator: AvatarGenerator;
let defaultSet: readonly string[];

const photo = (name: string) => fileURLToPath(new URL(`../../../examples/photos/${name}`, import.meta.url));

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'avatar-default-set-'));
  const listed = await listModels();
  defaultSet = listed.flatMap(({ model }) => (model.inDefaultSet ? [model.id] : []));
  for (const file of await readdir(modelsDirectory()))
    if (defaultSet.some((id) => file.startsWith(`${id}-`)))
      await symlink(join(modelsDirectory(), file), join(directory, file));
  generator = createAvatarGenerator({ models: { directory, offline: true } });
});
afterAll(async () => {
  await generator[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

test.each(STYLES.map((style) => [style.token, style] as const))(
  'the default set is enough for %s',
  async (token, style) => {
    for (const id of modelIdsOf(style)) expect(defaultSet).toContain(id);
    const { decision } = await generator.generate(photo('astronaut.png'), { style: token, mode: 'eco' });
    expect(decision).not.toBe('discard');
  },
);

test('the default set is enough for every background and option', async () => {
  for (const { token: background } of BACKGROUNDS.filter(({ kind }) => kind === 'photo'))
    await generator.generate(photo('grace-hopper.jpg'), { background, mode: 'eco' });
  await generator.generate(photo('grace-hopper.jpg'), { smile: 0.3, yawDeg: 3, mode: 'eco' });
});

test('the default set is enough to validate, compare and measure', async () => {
  const [first, second] = [photo('astronaut.png'), photo('grace-hopper.jpg')];
  expect((await generator.validate(first)).refusal).toBeUndefined();
  expect((await generator.compare(first, second)).likenessScore).toBeLessThan(0.6);
  await generator.measure([first]);
});
