import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AvatarError } from '@avatar/stage';
import { fakeWorld } from '../fake-world.test-support.js';

const WORDS = 'a woman with a bun and a parrot';

test('writes character-<look>.png into the current folder', async () => {
  await using world = await fakeWorld();
  const { code, stdout } = await world.run('draw', WORDS);
  expect(code).toBe(0);
  expect(world.asked.who).toBe(WORDS);
  expect(await readdir(world.folder)).toEqual(['character-toon3d.png']);
  expect(stdout).toBe(
    [
      '✔ character-toon3d.png  800 x 800, 1 KB',
      '  look  toon3d on own',
      '  seed  7',
      '  took  400 ms',
      '  ! not drawn: “parrot” not-drawn',
      '',
    ].join('\n'),
  );
});

test('prints everything as one JSON object', async () => {
  await using world = await fakeWorld();
  const { stdout } = await world.run('draw', WORDS, '--json', '--out', 'a.png');
  expect(stdout.trimEnd()).not.toContain('\n');
  expect(JSON.parse(stdout)).toEqual({
    look: 'toon3d',
    style: 'character_toon3d',
    platform: 'custom',
    background: 'own',
    palette: null,
    output: { path: join(world.folder, 'a.png'), format: 'png', width: 800, height: 800, bytes: 3 },
    character: { hair: { style: 'bun' }, seed: 7 },
    understood: [{ words: 'bun', from: 'text', start: 2, end: 5, path: 'hair.style', value: 'bun' }],
    unsupported: [{ words: 'parrot', from: 'text', start: 10, end: 16, reason: 'not-drawn' }],
    decision: 'accept',
    validation_warnings: [
      { code: 'not-drawn', message: 'This look cannot draw “hair style: bun”, and left it out.' },
    ],
    seed: 7,
    latency_ms: 400,
    timings_ms: { 'character-draw': 390 },
    models: [],
  });
  expect([...(await readFile(join(world.folder, 'a.png')))]).toEqual([1, 2, 3]);
});

test('hands on what was asked for and leaves the defaults to the generator', async () => {
  await using world = await fakeWorld();
  await world.run('draw', WORDS);
  expect(JSON.parse(JSON.stringify({ ...world.asked.drawing, signal: undefined }))).toEqual({ edits: [] });
  const flags =
    '--look anime --set hair.hex=#aa5522 accessories+=hoops --set age=senior --pose yaw=35,gesture=wave --expression laugh --framing close_up --background gradient --palette navy --platform discord --seed 9 --size 640 --out me.svg';
  expect((await world.run('draw', WORDS, ...flags.split(' '))).code).toBe(0);
  expect(world.asked.drawing).toMatchObject({
    look: 'anime',
    edits: [
      { op: 'set', path: 'hair.hex', value: '#aa5522' },
      { op: 'add', path: 'accessories', value: 'hoops' },
      { op: 'set', path: 'age', value: 'senior' },
    ],
    pose: { yaw: 35, gesture: 'wave' },
    expression: 'laugh',
    framing: 'close_up',
    background: 'gradient',
    palette: 'navy',
    platform: 'discord',
    seed: 9,
    sizePx: 640,
    format: 'svg',
  });
});

test('reads a character from a file, as describe and draw print it, and never writes over it', async () => {
  await using world = await fakeWorld();
  const spec = { age: 'senior' };
  for (const held of [spec, { spec, understood: [] }, { character: spec, output: {} }]) {
    await writeFile(join(world.folder, 'ada.json'), JSON.stringify(held));
    expect((await world.run('draw', 'ada.json')).code).toBe(0);
    expect(world.asked.who).toEqual(spec);
  }
  expect(await readdir(world.folder)).toEqual(['ada-toon3d.png', 'ada.json']);
  const { code, stderr } = await world.run('draw', 'ada.json', '--out', 'ada.json');
  expect([code, stderr]).toEqual([2, 'avatar: --out would replace the character\n']);
});

test('reads words or a character from the standard input', async () => {
  await using world = await fakeWorld();
  world.hand('a tall man\n');
  await world.run('draw', '-');
  expect(world.asked.who).toBe('a tall man');
  await using other = await fakeWorld();
  other.hand('{"age": ');
  other.hand('"senior"}');
  await other.run('draw', '-');
  expect(other.asked.who).toEqual({ age: 'senior' });
});

test('a picture may go to the standard output, and then nothing else does', async () => {
  await using world = await fakeWorld();
  const done = await world.run('draw', WORDS, '--out', '-', '--json');
  expect(done.code).toBe(0);
  expect(done.stdout).toBe('');
  expect(world.pictures).toHaveLength(1);
  expect(JSON.parse(done.stderr)).toMatchObject({ output: { path: null, format: 'png' } });
  expect(await readdir(world.folder)).toEqual([]);
  const { stderr } = await world.run('draw', WORDS, '--out', '-', '--animate', 'nod');
  expect(stderr).toContain('Expected a file for --out');
});

test.each([[''], ['  ']])('%j describes nobody', async (text) => {
  await using world = await fakeWorld();
  const { code, stderr } = await world.run('draw', text);
  expect([code, stderr]).toEqual([2, expect.stringContaining('Nobody is described')]);
});

test('refused words end with 3 and a reason', async () => {
  await using world = await fakeWorld({
    draw: async () => {
      throw AvatarError.rejected('content-policy', 'Refused', { publicMessage: 'We draw people dressed.' });
    },
  });
  expect(await world.run('draw', 'a naked man')).toEqual({
    code: 3,
    stdout: '',
    stderr: 'avatar: We draw people dressed.\n',
  });
  const { code, stdout } = await world.run('draw', 'a naked man', '--json');
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toEqual({
    error: {
      code: 'input-rejected',
      reason: 'content-policy',
      stage: null,
      message: 'We draw people dressed.',
    },
  });
  expect(await readdir(world.folder)).toEqual([]);
});

test.each([
  [['missing.json'], 3, 'The character file does not exist'],
  [['long.json'], 2, 'is longer than'],
  [['broken.json'], 2, 'is no JSON'],
  [['list.json'], 2, 'is no JSON object'],
  [[WORDS, '--set', 'hobby=chess'], 2, 'A path of a character was expected'],
  [[WORDS, '--set', 'age'], 2, 'Expected path=value'],
  [[WORDS, '--pose', 'yaw=90'], 2, 'for pose.yaw'],
  [[WORDS, '--pose', 'yaw='], 2, 'fields with values'],
  [[WORDS, '--look', 'oil'], 2, 'Allowed choices are'],
  [[WORDS, '--expression', 'hungry'], 2, 'Allowed choices are'],
  [[WORDS, '--out', 'missing/a.png'], 2, 'a folder that does not exist'],
  [[], 2, 'missing required argument'],
])('refuses %o before any work', async (argv, exit, message) => {
  await using world = await fakeWorld();
  await writeFile(join(world.folder, 'long.json'), ' '.repeat(100_001));
  await writeFile(join(world.folder, 'broken.json'), '{');
  await writeFile(join(world.folder, 'list.json'), '[]');
  const { code, stderr } = await world.run('draw', ...argv);
  expect(code).toBe(exit);
  expect(stderr).toContain(message);
  expect(world.asked.who).toBeUndefined();
});

test('takes width and height', async () => {
  await using world = await fakeWorld();
  expect((await world.run('draw', WORDS, '--size', '1344x768')).code).toBe(0);
  expect(world.asked.drawing).toMatchObject({ size: { widthPx: 1344, heightPx: 768 } });
  expect(world.asked.drawing?.sizePx).toBeUndefined();
  expect((await world.run('draw', WORDS, '--size', '1344x')).code).not.toBe(0);
});

test('writes a 3-D bust where the file ends in .glb', async () => {
  await using world = await fakeWorld();
  const { code, stdout } = await world.run(
    'draw',
    WORDS,
    '--out',
    'head.glb',
    '--set',
    'age=senior',
    '--pose',
    'yaw=20',
  );
  expect(code).toBe(0);
  expect(world.asked.drawing).toBeUndefined();
  expect(JSON.parse(JSON.stringify({ ...world.asked.model, signal: undefined }))).toEqual({
    format: 'glb',
    edits: [{ op: 'set', path: 'age', value: 'senior' }],
    pose: { yaw: 20 },
  });
  expect([...(await readFile(join(world.folder, 'head.glb')))]).toEqual([7, 8]);
  expect(stdout).toBe(
    [
      '✔ head.glb  12345 triangles, 1 KB',
      '  look  toon3d',
      '  seed  7',
      '  took  400 ms',
      '  ! not in the file: “pose.gesture=wave” not-in-look',
      '',
    ].join('\n'),
  );
});

test('packs a bust where it is asked to', async () => {
  await using world = await fakeWorld();
  expect((await world.run('draw', WORDS, '--out', 'head.glb', '--compression', 'meshopt')).code).toBe(0);
  expect(world.asked.model).toMatchObject({ format: 'glb', compression: 'meshopt' });
  const { code, stderr } = await world.run('draw', WORDS, '--compression', 'meshopt');
  expect([code, stderr]).toEqual([2, expect.stringContaining('a file that ends in .glb')]);
  expect((await world.run('draw', WORDS, '--out', 'head.VRM')).code).toBe(0);
  expect(world.asked.model).toMatchObject({ format: 'vrm' });
});

test.each(['me.jpg', 'me.webp', 'me.gif'])('refuses to write a PNG as %s', async (out) => {
  await using world = await fakeWorld();
  const { code, stderr } = await world.run('draw', WORDS, '--out', out);
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining('a file that ends in .png, .svg, .glb or .vrm'),
  ]);
  expect(await readdir(world.folder)).toEqual([]);
});

test('writes a person in motion as WebP or PNG', async () => {
  await using world = await fakeWorld();
  const { code, stdout } = await world.run('draw', WORDS, '--animate', 'wave', '--look', 'flat');
  expect(code).toBe(0);
  expect(JSON.parse(JSON.stringify({ ...world.asked.animation, signal: undefined }))).toEqual({
    animate: 'wave',
    format: 'webp',
    look: 'flat',
    edits: [],
  });
  expect([...(await readFile(join(world.folder, 'character-flat-wave.webp')))]).toEqual([9]);
  expect(stdout).toContain('✔ character-flat-wave.webp  320 x 320, 2.00 s, 1 KB');
  expect((await world.run('draw', WORDS, '--animate', 'nod', '--out', 'a.png', '--json')).code).toBe(0);
  expect(world.asked.animation).toMatchObject({ animate: 'nod', format: 'apng' });
  for (const wrong of ['a.glb', 'a.svg', 'a.gif']) {
    const refused = await world.run('draw', WORDS, '--animate', 'nod', '--out', wrong);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('.webp or .png')]);
  }
});

test('writes six faces as one picture, or as six', async () => {
  await using world = await fakeWorld();
  const flags = ['--sheet', 'expressions', '--size', '1'];
  expect((await world.run('draw', WORDS, ...flags)).code).toBe(0);
  const faces = ['smile', 'laugh', 'surprised', 'smug', 'sad', 'serious'];
  expect(world.asked.expressions).toEqual(faces);
  expect(await readdir(world.folder)).toEqual(['character-toon3d-expressions.png']);
  await mkdir(join(world.folder, 'faces'));
  const { stdout } = await world.run('draw', WORDS, ...flags, '--out', 'faces', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ expressions: faces, look: 'toon3d', seed: 7 });
  expect((await readdir(join(world.folder, 'faces'))).sort()).toEqual(
    faces.map((face) => `${face}.png`).sort(),
  );
  const refused = await world.run('draw', WORDS, ...flags, '--out', 'faces.glb');
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('a folder, or a file')]);
});
