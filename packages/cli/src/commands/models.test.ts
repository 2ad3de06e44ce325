import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeWorld } from '../fake-world.test-support.js';

let directory: string;
const before = process.env['AVATAR_MODELS_DIR'];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'avatar-models-'));
  process.env['AVATAR_MODELS_DIR'] = directory;
});
afterEach(async () => {
  if (before === undefined) delete process.env['AVATAR_MODELS_DIR'];
  else process.env['AVATAR_MODELS_DIR'] = before;
  await rm(directory, { recursive: true, force: true });
});

test('path tells the folder', async () => {
  await using world = await fakeWorld();
  expect(await world.run('models', 'path')).toMatchObject({ code: 0, stdout: `${directory}\n` });
});

test('remove deletes what was named, and everything only when it is told so', async () => {
  await using world = await fakeWorld();
  const { stdout } = await world.run('models', 'list', '--json');
  expect(JSON.parse(stdout)).toHaveLength(10);
  await writeFile(join(directory, 'facemesh-f0edbd18d57a.onnx'), 'damaged');
  await writeFile(join(directory, 'of-somebody-else.onnx'), 'kept');

  const bare = await world.run('models', 'remove');
  expect(bare).toMatchObject({ code: 2, stderr: expect.stringContaining('--all') });
  expect(await world.run('models', 'remove', 'sface')).toMatchObject({
    code: 0,
    stdout: '✔ 0 models removed.\n',
  });
  expect(await readdir(directory)).toHaveLength(2);
  const all = await world.run('models', 'remove', '--all');
  expect(all).toMatchObject({ code: 0, stdout: '✔ One model removed.\n' });
  expect(await readdir(directory)).toEqual(['of-somebody-else.onnx']);
});

test('bundle names what is missing, and how it is fetched', async () => {
  await using world = await fakeWorld();
  const { code, stderr } = await world.run('models', 'bundle', 'models.tar');
  expect(code).toBe(4);
  expect(stderr).toContain('sface (missing)');
  expect(stderr).toContain('npx @avatar/cli models pull');
});

test('import refuses a file that is no bundle', async () => {
  await using world = await fakeWorld();
  await writeFile(join(world.folder, 'models.tar'), 'anything else');
  const { code, stderr } = await world.run('models', 'import', 'models.tar');
  expect(code).toBe(4);
  expect(stderr).toMatch(/bundle/);
  expect(await readdir(directory)).toEqual([]);
});
