import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AvatarError } from '@avatar/stage';
import { expect, test } from 'vitest';
import { fakeResult } from '../fake-results.test-support.js';
import { fakeWorld, type FakeWorld } from '../fake-world.test-support.js';

async function withPhotos(world: FakeWorld, ...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(world.folder, name, '..'), { recursive: true });
    await writeFile(join(world.folder, name), 'photo');
  }
}

const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

test('makes a picture of every photo, in the folder that was asked for', async () => {
  await using world = await fakeWorld();
  await withPhotos(world, 'in/b.JPG', 'in/ä ö.png', 'in/notes.txt', 'c.webp');
  const { code, stdout, stderr } = await world.run('generate', 'in', 'c.webp', '--out-dir', 'out/new');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const made = ['b-corporate_headshot.png', 'c-corporate_headshot.png', 'ä ö-corporate_headshot.png'];
  expect((await readdir(join(world.folder, 'out/new'))).sort()).toEqual(made);
  expect(stdout).toContain('✔ out/new/b-corporate_headshot.png  0.87 accepted\n');
  expect(stdout).toMatch(/^made 3 of 3 in .+s\n$/m);
});

test('one that fails does not stop the others, and the exit code tells', async () => {
  await using world = await fakeWorld();
  const { code, stdout, stderr } = await world.run('generate', 'a.jpg', 'noface.jpg', 'b.jpg');
  expect(code).toBe(3);
  expect(stderr).toBe('✘ noface.jpg  No face was found.\n');
  expect(stdout).toContain('made 2 of 3');
  expect(stdout).toContain('failed 1 (1 no face)');
  expect((await world.run('generate', 'noface.jpg', 'broken.jpg', 'b.jpg')).code).toBe(1);
});

test('prints one JSON object a photo and a summary', async () => {
  await using world = await fakeWorld();
  await withPhotos(world, 'b-corporate_headshot.png');
  const { stdout, stderr } = await world.run(
    'generate',
    ...'a.jpg noface.jpg b.jpg --skip-existing --json'.split(' '),
  );
  expect(stderr).toBe('');
  expect(lines(stdout)).toMatchObject([
    { file: 'a.jpg', decision: 'accept', output: { path: join(world.folder, 'a-corporate_headshot.png') } },
    { file: 'noface.jpg', error: { code: 'input-rejected', reason: 'no-face' } },
    { file: 'b.jpg', skipped: true, output: { path: join(world.folder, 'b-corporate_headshot.png') } },
    { summary: { made: 1, to_review: 0, skipped: 1, failed: 1, not_reached: 0, reasons: { 'no-face': 1 } } },
  ]);
  expect(await readFile(join(world.folder, 'b-corporate_headshot.png'), 'utf8')).toBe('photo');
});

test('takes names from a pattern, and a list from the standard input', async () => {
  await using world = await fakeWorld();
  world.hand('x/me.jpg\ny/me.png\n');
  const flags = '--files-from - --name {folder}_{name}_{style}_{platform} --style noir --platform twitter';
  expect((await world.run('generate', ...flags.split(' '))).code).toBe(0);
  expect((await readdir(world.folder)).sort()).toEqual(['x_me_noir_x.png', 'y_me_noir_x.png']);
});

test.each([
  [['x/me.jpg', 'y/Me.jpg'], 'would both become Me-corporate_headshot.png; tell them apart by --name'],
  [['me.png', 'b.jpg', '--name', '{name}'], 'The picture of me.png would replace a file that is read'],
  [['link.png', 'b.jpg', '--name', '{name}'], 'would replace a file that is read'],
  [
    ['b.jpg', 'c.jpg', '--name', 'me.{name}', '--background-image', 'me.b.png'],
    'would replace a file that is read',
  ],
  [['b.jpg', 'c.jpg', '--out', 'a.png'], '--out names one file'],
  [['b.jpg', 'c.jpg', '--thumbnail', 'a.png'], '--thumbnail names one file'],
  [['b.jpg', '--out-dir', 'o', '--out', 'a.png'], 'cannot be used with'],
  [['b.jpg', 'c.jpg', '--out-dir', 'me.png'], 'The folder of --out-dir cannot be made (EEXIST)'],
  [['b.jpg', 'c.jpg', '--style', 'nothing'], 'Unknown style'],
  [['b.jpg', 'c.jpg', '--jobs', '0'], '--jobs'],
  [['b.jpg', 'https://example.com/me.jpg'], 'Addresses are not read'],
])('refuses %o before any work', async (argv, message) => {
  await using world = await fakeWorld();
  await withPhotos(world, 'me.png', 'me.b.png');
  await symlink(join(world.folder, 'me.png'), join(world.folder, 'link.png'));
  const before = await readdir(world.folder);
  const { code, stderr } = await world.run('generate', ...argv);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(world.asked.options).toBeUndefined();
  expect(await readdir(world.folder)).toEqual(before);
});

test('a photo that is named twice is made once', async () => {
  await using world = await fakeWorld();
  await withPhotos(world, 'in/a.jpg');
  expect((await world.run('generate', 'in', 'in/a.jpg')).stdout).toContain('made 1 of 1');
});

test.each([
  [new AvatarError('model-unavailable', 'sface: run "avatar models pull"'), 4],
  [new AvatarError('stage-failed', 'The disk is full', { reason: 'disk-full' }), 1],
])('stops at what every picture would meet: %s', async (failure, exitCode) => {
  let calls = 0;
  await using world = await fakeWorld({
    generate: () => (calls++ === 0 ? Promise.resolve(fakeResult) : Promise.reject(failure)),
  });
  const { code, stdout, stderr } = await world.run('generate', 'a.jpg', 'b.jpg', 'c.jpg', 'd.jpg');
  expect(code).toBe(exitCode);
  expect(calls).toBe(2);
  expect(stdout).toContain('made 1 of 4');
  expect(stdout).toContain('not reached 3: the same with --skip-existing goes on');
  expect(stderr).toBe(`avatar: ${failure.message}\n`);
});

test('Ctrl+C says what was made', async () => {
  let calls = 0;
  await using world = await fakeWorld({
    generate: (_, { signal } = {}) => {
      if (calls++ === 1) world.abort();
      signal?.throwIfAborted();
      return Promise.resolve({ ...fakeResult, decision: 'review' });
    },
  });
  const { code, stdout, stderr } = await world.run('generate', 'a.jpg', 'b.jpg', 'c.jpg');
  expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
  expect(stdout).toContain('please look at it first There are 2 faces.\n');
  expect(stdout).toMatch(/^made 1 of 3 in .+s, to review 1, not reached 2/m);
  expect(await readdir(world.folder)).toEqual(['a-corporate_headshot.png']);
});
