import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeWorld } from '../fake-world.test-support.js';

test('a photo from the standard input becomes a picture on the standard output', async () => {
  await using world = await fakeWorld();
  world.hand('photo');
  const { code, stdout, stderr } = await world.run('generate', '-', '--format', 'webp');
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('✔ standard output  800 x 800');
  expect(world.pictures).toEqual([Uint8Array.of(1, 2, 3)]);
  expect(world.asked.options?.format).toBe('webp');
  expect(world.photos).toEqual([Buffer.from('photo')]);
  expect(await readdir(world.folder)).toEqual([]);
});

test('it becomes a file where one is named', async () => {
  await using world = await fakeWorld();
  world.hand('photo');
  expect((await world.run('generate', '-', '--out', 'a.jpg')).stdout).toContain('✔ a.jpg');
  expect((await world.run('generate', '-', '--name', '{name}-{style}')).stdout).toContain('✔ stdin-corp');
  expect((await readFile(join(world.folder, 'a.jpg'))).length).toBe(3);
  expect(world.pictures).toEqual([]);
});

test('where the picture goes to the standard output, so does nothing else', async () => {
  await using world = await fakeWorld();
  const done = await world.run('generate', 'me.jpg', '--out', '-', '--json');
  expect(done).toMatchObject({ code: 0, stdout: '' });
  expect(JSON.parse(done.stderr)).toMatchObject({ output: { path: null, format: 'png' } });
  const refused = await world.run('generate', 'noface.jpg', '--out', '-', '--json');
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  expect(JSON.parse(refused.stderr)).toMatchObject({ error: { reason: 'no-face' } });
});

test.each([[['-']], [['me.jpg', '--out', '-']]])('a terminal gets no picture of %o', async (argv) => {
  await using world = await fakeWorld();
  world.io.stdoutIsTerminal = true;
  world.hand('photo');
  const { code, stderr } = await world.run('generate', ...argv);
  expect(code).toBe(2);
  expect(stderr).toContain('A picture is not written to a terminal; name a file with --out');
  expect(world.pictures).toEqual([]);
});

test('an empty input is no photo', async () => {
  await using world = await fakeWorld();
  const { code, stderr } = await world.run('generate', '-');
  expect(code).toBe(3);
  expect(stderr).toContain('Nothing came on the standard input.');
});

test.each([
  [['me.jpg', '--out', 'a.jpg'], 'jpeg'],
  [['me.jpg', '--out', 'a.webp', '--quality', '70'], 'webp'],
  [['me.jpg', '--format', 'avif'], 'avif'],
  [['me.jpg', 'b.jpg', '--name', '{name}-new.jpg'], 'jpeg'],
  [['me.jpg', 'b.jpg', '--format', 'webp'], 'webp'],
])('the format of %o is %s', async (argv, format) => {
  await using world = await fakeWorld();
  expect((await world.run('generate', ...argv)).code).toBe(0);
  expect(world.asked.options).toMatchObject({ format });
});

test.each([
  [['me.jpg', '--out', 'a.bmp'], '--out ends in .bmp; use .png, .jpg, .webp or .avif'],
  [['me.jpg', '--out', 'a'], '--out has no ending'],
  [['me.jpg', '--out', 'a.jpg', '--format', 'webp'], '--out ends in .jpg, but the picture is webp'],
  [
    ['me.jpg', '--out', 'a.jpg', '--thumbnail', 't.png'],
    '--thumbnail ends in .png, but the picture is jpeg; use .jpg',
  ],
  [['me.jpg', '--format', 'bmp'], 'Allowed choices are png, jpeg, webp, avif'],
  [['-', 'me.jpg'], 'The photo - is one of its own'],
  [['-', '--out-dir', 'o'], 'The photo - is one of its own'],
  [['http://example.com/a.jpg'], 'Addresses are not read; fetch the picture first'],
  [['me.jpg', '--out', '/dev/null', '--format', 'png'], '--out names a device or a pipe'],
])('refuses %o before any work', async (argv, message) => {
  await using world = await fakeWorld();
  const { code, stderr } = await world.run('generate', ...argv);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(world.asked.options).toBeUndefined();
  expect(await readdir(world.folder)).toEqual([]);
});
