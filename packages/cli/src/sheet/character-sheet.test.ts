import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GESTURES } from '@avatar/character';
import { LOOK_NAMES } from '@avatar/character-draw';
import type { AvatarGenerator, CharacterInput, DrawOptions } from '@avatar/generator';
import { decodeImage, encodePng } from '@avatar/image';
import { expect, test } from 'vitest';
import { fakeDrawing } from '../fake-results.test-support.js';
import { fakeWorld } from '../fake-world.test-support.js';

const COLUMNS = 8;

interface Asked {
  readonly who: CharacterInput;
  readonly options: DrawOptions;
}

/** Draws each look in a grey of its own, and keeps what was asked. */
const sketchWorld = (asked: Asked[] = []) =>
  fakeWorld({
    draw: (async (who: CharacterInput, options: DrawOptions = {}) => {
      asked.push({ who, options });
      const value = 50 + 50 * LOOK_NAMES.indexOf(options.look ?? 'toon3d');
      const data = new Uint8Array(64 * 64 * 3).fill(value);
      return { ...fakeDrawing, bytes: await encodePng({ data, width: 64, height: 64, channels: 3 }) };
    }) as AvatarGenerator['draw'],
  });

test('draws one person in every look, turned and with every gesture, a row for each look', async () => {
  const asked: Asked[] = [];
  await using world = await sketchWorld(asked);
  await writeFile(join(world.folder, 'ada.json'), '{"age": "senior"}');
  const { code, stdout } = await world.run('sheet', '--characters', 'ada.json', '--cell', '64');
  expect([code, stdout]).toEqual([0, `✔ ada-sheet.png  3 looks, ${COLUMNS} poses\n`]);
  expect(asked.every(({ who }) => JSON.stringify(who) === '{"age":"senior"}')).toBe(true);
  for (const look of LOOK_NAMES) {
    const drawn = asked.flatMap(({ options }) => (options.look === look ? [options] : []));
    expect(drawn.map(({ pose }) => pose?.yaw ?? 0).sort((a, b) => a - b)).toEqual([
      -35, 0, 0, 0, 0, 0, 0, 35,
    ]);
    const gestures = drawn.map(({ pose }) => pose?.gesture);
    expect(gestures).toEqual(expect.arrayContaining(GESTURES.map(({ value }) => value)));
    expect(drawn.at(-1)?.framing).toBe('full_body');
    expect(drawn[0]).toMatchObject({ sizePx: 64 });
    expect([drawn[0].pose, drawn[0].expression, drawn[0].framing]).toEqual([undefined, undefined, undefined]);
  }
  const picture = await decodeImage(await readFile(join(world.folder, 'ada-sheet.png')), {
    maxPixels: 1e7,
    maxSidePx: 4000,
    matteColour: { r: 0, g: 0, b: 0 },
  });
  expect(picture.width).toBe(COLUMNS * 66 + 2);
  const rows = LOOK_NAMES.map((_look, row) => picture.data[(20 + row * 71) * picture.width * 3 + 20 * 3]);
  expect(rows).toEqual([50, 100, 150]);
});

test('names what it made as one JSON object', async () => {
  await using world = await sketchWorld();
  const { stdout } = await world.run('sheet', '--characters', 'a tall man', '--cell', '64', '--json');
  const report = JSON.parse(stdout) as { output: unknown; looks: unknown; poses: unknown[] };
  expect(report).toMatchObject({
    output: { path: join(world.folder, 'character-sheet.png') },
    looks: LOOK_NAMES,
  });
  expect(report.poses).toHaveLength(COLUMNS);
});

test.each([
  [['ada.json', '--out', 'ada.json'], 2, 'would replace the character'],
  [['a man', '--out', '-'], 2, 'cannot be the standard output here'],
  [['a man', '--styles', 'noir'], 2, "cannot be used with option '--styles"],
  [['a man', '--mode', 'eco'], 2, "cannot be used with option '--mode"],
  [['missing.json'], 3, 'does not exist'],
])('refuses %o before any work', async (argv, exit, message) => {
  const asked: Asked[] = [];
  await using world = await sketchWorld(asked);
  await writeFile(join(world.folder, 'ada.json'), '{}');
  const { code, stderr } = await world.run('sheet', '--characters', ...argv);
  expect(code).toBe(exit);
  expect(stderr).toContain(message);
  expect(asked).toEqual([]);
  expect(await readdir(world.folder)).toEqual(['ada.json']);
});
