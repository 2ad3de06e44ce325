import { readFile, symlink, writeFile } from 'node:fs/promises';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhotoAvatarResult } from '@avatar/generator';
import { expect, test } from 'vitest';
import { fakeResult } from '../fake-results.test-support.js';
import { fakeWorld } from '../fake-world.test-support.js';

test('writes <photo>-<style>.png into the current folder', async () => {
  await using world = await fakeWorld();
  const { code, stdout } = await world.run('generate', 'holiday/me.jpg');
  expect(code).toBe(0);
  expect(await readdir(world.folder)).toEqual(['me-corporate_headshot.png']);
  expect(stdout).toContain('✔ me-corporate_headshot.png  800 x 800');
  expect(stdout).toContain('likeness  0.87 accepted');
  expect(stdout).toContain('! There are 2 faces.');
});

test('prints everything as one JSON object', async () => {
  await using world = await fakeWorld();
  const { stdout } = await world.run(
    'generate',
    'me.jpg',
    '--json',
    '--out',
    'a.png',
    '--thumbnail',
    't.png',
  );
  expect(stdout.trimEnd()).not.toContain('\n');
  expect(JSON.parse(stdout)).toEqual({
    style: 'corporate_headshot',
    platform: 'linkedin',
    mode: 'max',
    delivered: 'avatar',
    background: 'studio_light',
    palette: 'neutral_grey',
    output: { path: join(world.folder, 'a.png'), format: 'png', width: 800, height: 800, bytes: 3 },
    thumbnail: join(world.folder, 't.png'),
    face_detected: true,
    face_count: 2,
    face_coverage: 0.123457,
    likeness_score: 0.87,
    likeness_cosine: 0.79,
    likeness_model: 'sface',
    likeness_model_version: 'v1',
    input_quality_score: 0.9,
    decision: 'accept',
    validation_warnings: [
      { code: 'multiple-faces', message: 'There are 2 faces.', measured: 2, threshold: 1 },
    ],
    attempts: [
      {
        intensity: 1,
        accepted: true,
        findings: [
          { check: 'likeness', status: 'passed', measured: 0.87, threshold: 0.85, message: 'Looks alike.' },
          {
            check: 'content-safe',
            status: 'not_applicable',
            measured: 0,
            threshold: 0.6,
            message: 'Not asked.',
          },
        ],
      },
    ],
    seed: 5,
    latency_ms: 1235,
    timings_ms: { load: 10.1, save: 20 },
    models: ['sface'],
  });
  expect([...(await readFile(join(world.folder, 'a.png')))]).toEqual([1, 2, 3]);
  expect([...(await readFile(join(world.folder, 't.png')))]).toEqual([4]);
});

test('hands on what was asked for and leaves the defaults to the generator', async () => {
  await using world = await fakeWorld();
  await world.run('generate', 'me.jpg');
  expect(JSON.parse(JSON.stringify({ ...world.asked.options, signal: undefined }))).toEqual({
    style: 'corporate_headshot',
    format: 'png',
  });
  const flags =
    '--style noir --platform github --background b --palette #123456 --size 640 --smile 0.3 --yaw -4 --intensity 0.5 --seed 9 --on-fail discard --min-likeness 0.7';
  await world.run('generate', 'me.jpg', ...flags.split(' '));
  expect(world.asked.options).toMatchObject({
    style: 'noir',
    platform: 'github',
    background: 'b',
    palette: '#123456',
    sizePx: 640,
    smile: 0.3,
    yawDeg: -4,
    intensity: 0.5,
    seed: 9,
    onFail: 'discard',
    minLikeness: 0.7,
  });
  await world.run('generate', 'me.jpg', '--hd');
  expect(world.asked.options?.sizePx).toBe(1200);
  await world.run('generate', 'me.jpg', '--size', '768x1344');
  expect(world.asked.options?.size).toEqual({ widthPx: 768, heightPx: 1344 });
});

test('hands on a picture of your own as a path, and never writes over it', async () => {
  await using world = await fakeWorld();
  const office = join(world.folder, 'office.jpg');
  await writeFile(office, 'picture');
  const flags = '--background-image office.jpg --background-blur 0.03'.split(' ');
  expect((await world.run('generate', 'me.jpg', ...flags)).code).toBe(0);
  expect(world.asked.options).toMatchObject({ backgroundImage: office, backgroundBlur: 0.03 });
  const { code, stderr } = await world.run('generate', 'me.jpg', ...flags, '--out', 'office.jpg');
  expect(code).toBe(2);
  expect(stderr).toContain('--out would replace the background image');
});

test.each([
  [['--out', 'me.jpg'], '--out would replace the photo'],
  [['--thumbnail', './me.jpg'], '--thumbnail would replace the photo'],
  [['--out', 'link.png'], '--out would replace the photo'],
  [['--out', 'missing/a.png'], '--out names a folder that does not exist'],
  [['--out', '.'], '--out names a folder'],
  [['--out', 'a.png', '--thumbnail', 'a.png'], '--thumbnail names the same file as --out'],
])('refuses %o before any work', async (flags, message) => {
  await using world = await fakeWorld();
  await writeFile(join(world.folder, 'me.jpg'), 'photo');
  await symlink(join(world.folder, 'me.jpg'), join(world.folder, 'link.png'));
  const { code, stderr } = await world.run('generate', 'me.jpg', ...flags);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(world.asked.options).toBeUndefined();
  expect(await readFile(join(world.folder, 'me.jpg'), 'utf8')).toBe('photo');
});

test('says when a person should look first, and how many attempts it took', async () => {
  const [attempt] = fakeResult.attempts;
  await using world = await fakeWorld({
    generate: async () => ({
      ...fakeResult,
      decision: 'review',
      intensity: 0.45,
      attempts: [attempt, attempt, attempt],
    }),
  });
  const { code, stdout } = await world.run('generate', 'me.jpg');
  expect(code).toBe(0);
  expect(stdout).toContain('please look at it first');
  expect(stdout).toContain('3 attempts, kept intensity 0.45');
});

test('nothing is left behind when the photo is refused or the run is interrupted', async () => {
  await using world = await fakeWorld();
  await world.run('generate', 'noface.jpg');
  expect(await readdir(world.folder)).toEqual([]);
  world.abort();
  expect((await world.run('generate', 'me.jpg')).code).toBe(130);
  expect(await readdir(world.folder)).toEqual([]);
});

test('writes the character that was measured, for draw', async () => {
  const drawn: PhotoAvatarResult = {
    ...fakeResult,
    style: 'character_anime',
    likenessScore: undefined,
    likenessCosine: undefined,
    character: { hair: { style: 'bun' }, seed: 5 },
    measured: { confidence: 0.75, confidences: { 'hair.style': 0.8 }, uncertain: ['eyes.lid'] },
  };
  await using world = await fakeWorld({ generate: async () => drawn });
  const asked = ['--style', 'character_anime', '--character', 'me.json', '--out', 'me.png'];
  const { code, stdout } = await world.run('generate', 'me.jpg', ...asked);
  expect(code).toBe(0);
  expect(stdout).toContain('measured  75 % of the character accepted');
  const written = JSON.parse(await readFile(join(world.folder, 'me.json'), 'utf8')) as object;
  expect(written).toMatchObject({
    character: { hair: { style: 'bun' } },
    measured: { uncertain: ['eyes.lid'] },
  });
});

test('refuses to write a character of a style that has none, before any work', async () => {
  await using world = await fakeWorld();
  const { code, stderr } = await world.run('generate', 'me.jpg', '--style', 'noir', '--character', 'me.json');
  expect(code).toBe(2);
  expect(stderr).toContain('character_... style with --character');
  expect(await readdir(world.folder)).toEqual([]);
});
