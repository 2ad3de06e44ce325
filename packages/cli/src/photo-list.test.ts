import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeWorld } from './fake-world.test-support.js';

const filesOf = (stdout: string): string[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { file: string }).file);

test('a folder stands for its photos, by name, and not for what else is in it', async () => {
  await using world = await fakeWorld();
  await mkdir(join(world.folder, 'album/inside.jpg'), { recursive: true });
  for (const name of ['b.JPG', 'a.heic', 'notes.txt', '.hidden.png', 'inside.jpg/c.png'])
    await writeFile(join(world.folder, 'album', name), '');
  const { stdout } = await world.run('analyze', 'z.jpg', 'album', '--json');
  expect(filesOf(stdout)).toEqual(['z.jpg', join('album', 'a.heic'), join('album', 'b.JPG')]);
});

test.each([
  ['a line each', 'b.jpg\r\n\na file.jpg\n', ['x.jpg', 'b.jpg', 'a file.jpg']],
  ['zero bytes between', 'line\nbreak.jpg\0b.jpg\0', ['x.jpg', 'line\nbreak.jpg', 'b.jpg']],
  ['a mark of byte order', '\uFEFFb.jpg', ['x.jpg', 'b.jpg']],
])('a list with %s, from a file and from the standard input', async (_, text, files) => {
  await using world = await fakeWorld();
  await writeFile(join(world.folder, 'list.txt'), text);
  expect(filesOf((await world.run('analyze', 'x.jpg', '--files-from', 'list.txt', '--json')).stdout)).toEqual(
    files,
  );
  for (const half of [text.slice(0, 3), text.slice(3)]) world.hand(half);
  expect(filesOf((await world.run('analyze', 'x.jpg', '--files-from', '-', '--json')).stdout)).toEqual(files);
});

test('nothing to look at is wrong usage, and says what would do', async () => {
  await using world = await fakeWorld();
  await mkdir(join(world.folder, 'empty'));
  expect(await world.run('analyze', 'empty')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('No photo was found there') as string,
  });
  expect(await world.run('analyze', '--files-from', '-')).toMatchObject({ code: 2 });
  expect((await world.run('analyze', '--files-from', 'none.txt')).stderr).toContain('cannot be read');
});
