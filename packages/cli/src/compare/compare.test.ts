import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeWorld, type FakeWorld } from '../fake-world.test-support.js';

const comparePairs = async (world: FakeWorld, table: string, ...flags: string[]) => {
  await writeFile(join(world.folder, 'pairs.tsv'), table);
  return world.run('compare', '--pairs', 'pairs.tsv', '--json', ...flags);
};
const lines = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

test('two photos', async () => {
  await using world = await fakeWorld();
  expect((await world.run('compare', 'a.jpg', 'b.jpg')).stdout).toBe(
    'likeness 0.65  cosine 0.500  a.jpg  b.jpg\n',
  );
  expect(JSON.parse((await world.run('compare', 'a.jpg', 'b.jpg', '--json')).stdout)).toEqual({
    image1: 'a.jpg',
    image2: 'b.jpg',
    cosine: 0.5,
    likeness_score: 0.65,
  });
  expect((await world.run('compare', 'a.jpg', 'noface.jpg')).code).toBe(3);
});

test('a table: one object a pair in order, whatever the order of its columns', async () => {
  await using world = await fakeWorld();
  const { code, stdout } = await comparePairs(
    world,
    'image2\tsame\timage1\r\nb.jpg\t1\ta.jpg\r\nother.jpg\t0\ta.jpg\r\nnoface.jpg\t0\ta.jpg\r\n',
  );
  expect(code).toBe(3);
  expect(lines(stdout)).toEqual([
    { image1: 'a.jpg', image2: 'b.jpg', cosine: 1, likeness_score: 1 },
    { image1: 'a.jpg', image2: 'other.jpg', cosine: 0, likeness_score: 0 },
    {
      image1: 'a.jpg',
      image2: 'noface.jpg',
      error: { code: 'input-rejected', reason: 'no-face', stage: null, message: 'No face was found.' },
    },
  ]);
});

test('looks at each photo once', async () => {
  await using world = await fakeWorld();
  await comparePairs(
    world,
    'image1\timage2\na.jpg\tb.jpg\nb.jpg\ta.jpg\nnoface.jpg\ta.jpg\na.jpg\tnoface.jpg\n',
  );
  expect(world.embedded).toEqual(['a.jpg', 'b.jpg', 'noface.jpg']);
});

test('--root says where the photos are', async () => {
  await using world = await fakeWorld();
  await comparePairs(world, 'image1\timage2\na.jpg\tb.jpg\n', '--root', 'photos');
  expect(world.embedded).toEqual(['photos/a.jpg', 'photos/b.jpg']);
});

test.each([
  ['first\tsecond\na\tb\n', 'lacks the columns image1 and image2'],
  ['image1\timage2\na.jpg\n', 'Line 2 of --pairs lacks a photo'],
])('refuses a table that is none', async (table, message) => {
  await using world = await fakeWorld();
  const { code, stdout } = await comparePairs(world, table);
  expect(code).toBe(2);
  expect(stdout).toContain(message);
});

test('a missing table is wrong usage; a missing model ends the run', async () => {
  await using world = await fakeWorld();
  expect((await world.run('compare', '--pairs', 'nothing.tsv')).code).toBe(2);
  expect((await comparePairs(world, 'image1\timage2\na.jpg\toffline.jpg\n')).code).toBe(4);
  expect((await comparePairs(world, 'image1\timage2\na.jpg\tnoface.jpg\n')).code).toBe(3);
});
