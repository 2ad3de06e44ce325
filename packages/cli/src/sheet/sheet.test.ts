import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeImage, encodePng } from '@avatar/image';
import { expect, test } from 'vitest';
import { fakeResult } from '../fake-results.test-support.js';
import { fakeWorld } from '../fake-world.test-support.js';

const plain = (side: number, value: number) =>
  encodePng({ data: new Uint8Array(side * side * 3).fill(value), width: side, height: side, channels: 3 });

const decoded = (bytes: Uint8Array) =>
  decodeImage(bytes, { maxPixels: 1e7, maxSidePx: 4000, matteColour: { r: 0, g: 0, b: 0 } });

test('puts the photo and each style into one labelled picture', async () => {
  const avatar = await plain(64, 200);
  const asked: unknown[] = [];
  await using world = await fakeWorld({
    generate: async (_, options) => {
      asked.push([options?.style, options?.sizePx, options?.mode]);
      return { ...fakeResult, bytes: avatar };
    },
  });
  await writeFile(join(world.folder, 'me.png'), await plain(128, 90));
  const { code, stdout } = await world.run(
    'sheet',
    'me.png',
    '--styles',
    'noir,cartoon',
    '--cell',
    '64',
    '--mode',
    'eco',
  );
  expect(code).toBe(0);
  expect(stdout).toContain('me-sheet.png  2 styles');
  expect(asked).toEqual([
    ['noir', 64, 'eco'],
    ['cartoon', 64, 'eco'],
  ]);
  const { data, width } = await decoded(await readFile(join(world.folder, 'me-sheet.png')));
  const at = (x: number, y: number) => data[(y * width + x) * 3];
  expect([at(20, 20), at(20 + 66, 20)]).toEqual([90, 200]);
  expect(data.subarray(66 * width * 3, 70 * width * 3).some((value) => value === 224)).toBe(true);
});

test('makes every style if none is named, and refuses an unknown one before any work', async () => {
  const avatar = await plain(64, 200);
  let made = 0;
  await using world = await fakeWorld({
    generate: async () => {
      made++;
      return { ...fakeResult, bytes: avatar };
    },
  });
  await writeFile(join(world.folder, 'me.png'), avatar);
  const refused = await world.run('sheet', 'me.png', '--styles', 'noir,cartoom');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('did you mean "cartoon"?');
  expect(made).toBe(0);
  const { stdout } = await world.run('sheet', 'me.png', '--cell', '64', '--json', '--out', 's.png');
  expect(JSON.parse(stdout)).toMatchObject({ output: { path: join(world.folder, 's.png') } });
  expect(made).toBeGreaterThan(10);
});

test('writes nothing when the photo is refused', async () => {
  await using world = await fakeWorld();
  expect((await world.run('sheet', 'noface.jpg')).code).toBe(3);
  expect(await readdir(world.folder)).toEqual([]);
});
