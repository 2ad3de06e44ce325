import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodePng } from '@avatar/image';
import { AvatarError } from '@avatar/stage';
import type { FittedStyle } from '@avatar/style-fit';
import { corporateHeadshot } from '@avatar/styles';
import { expect, test } from 'vitest';
import { fakeResult } from '../fake-results.test-support.js';
import { fakeWorld } from '../fake-world.test-support.js';

const plain = (side: number, value: number) =>
  encodePng({ data: new Uint8Array(side * side * 3).fill(value), width: side, height: side, channels: 3 });

const style = {
  ...corporateHeadshot,
  token: 'old_engravings',
  rendering: { kind: 'fitted', technique: 'hatch', colours: { paper: [86, 0, 10], ink: [18, 0, 4] } },
} as unknown as FittedStyle['variants'][number]['style'];
const fitted: FittedStyle = {
  style,
  report: {
    examples: 3,
    used: 2,
    leftOut: [{ index: 1, reason: 'different' }],
    coherence: 0.61,
    confidence: 0.8,
    techniques: { hatch: 1, paint: 0, flat: 0, wash: 0, stipple: 0 },
    examplesAre: 'drawn',
    faces: 2,
    extractor: 1,
  },
  variants: [{ style: { ...style, token: 'old_engravings_1' }, used: 2, coherence: 0.7 }],
};

async function worldWithExamples(result: () => FittedStyle = () => fitted) {
  const asked: unknown[] = [];
  const avatar = await plain(64, 200);
  const world = await fakeWorld(
    { generate: async () => ({ ...fakeResult, bytes: avatar }) },
    async (examples, options) => {
      asked.push(examples, options);
      options.onProgress?.({ done: 1, of: 3 });
      return result();
    },
  );
  await mkdir(join(world.folder, 'set'));
  for (const name of ['a.png', 'b.png', 'c.png']) await writeFile(join(world.folder, 'set', name), avatar);
  await writeFile(join(world.folder, 'me.png'), avatar);
  return Object.assign(world, { style: asked });
}

test('measures a folder, writes the style, and says what was understood', async () => {
  await using world = await worldWithExamples();
  const { code, stdout } = await world.run(
    'style',
    'fit',
    'set',
    '--out',
    's.json',
    '--min',
    '8',
    '--token',
    'x',
  );
  expect(code).toBe(0);
  expect(world.style[0]).toEqual(
    ['a', 'b', 'c'].map((name) => ({ path: join(world.folder, 'set', `${name}.png`) })),
  );
  expect(world.style[1]).toMatchObject({ token: 'x', minExamples: 8 });
  const { likenessScore } = fakeResult;
  expect(JSON.parse(await readFile(join(world.folder, 's.json'), 'utf8'))).toMatchObject({
    token: 'old_engravings',
    rendering: {
      technique: 'hatch',
      record: {
        checks: { people: 6, likenessMedian: likenessScore, likenessLeast: likenessScore, monotone: true },
      },
    },
  });
  expect(JSON.parse(await readFile(join(world.folder, 's-1.json'), 'utf8'))).toMatchObject({
    token: 'old_engravings_1',
  });
  expect(stdout).toContain('2 of 3');
  expect(stdout).toContain('61 %');
  expect(stdout).toContain('tried on 6 people');
  expect(stdout).toContain('b.png was left out: different');
});

test('puts the photo, its avatars and examples into one picture, and prints JSON', async () => {
  await using world = await worldWithExamples();
  const run = await world.run('style', 'fit', 'set', '--out', 's.json', '--preview', 'me.png', '--json');
  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({
    output: { path: join(world.folder, 's.json') },
    technique: 'hatch',
    left_out: [{ file: join(world.folder, 'set', 'b.png'), reason: 'different' }],
    variants: [{ path: join(world.folder, 's-1.json') }],
  });
  expect((await readFile(join(world.folder, 's.json.png'))).subarray(1, 4).toString()).toBe('PNG');
});

test('a refused set is told with its advice', async () => {
  await using world = await worldWithExamples(() => {
    throw AvatarError.rejected('too-few-examples', 'Add more pictures in the same style.');
  });
  const { code, stderr } = await world.run('style', 'fit', 'set', '--out', 's.json');
  expect(code).toBe(3);
  expect(stderr).toContain('Add more pictures');
});
