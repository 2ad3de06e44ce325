import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'avatar-examples-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs an example as its first line says. */
const run = (script: string, ...argv: string[]): Promise<string> => runWith({}, script, ...argv);

async function runWith(
  env: Readonly<Record<string, string>>,
  script: string,
  ...argv: string[]
): Promise<string> {
  const options = ['--import', 'tsx', join(root, 'examples', script), ...argv];
  const { stdout } = await promisify(execFile)(process.execPath, options, {
    cwd: root,
    env: { ...process.env, ...env },
  });
  return stdout;
}

test.each([
  ['01-one-stage/align.ts', 'astronaut.png', 512, /^1 face, roll /],
  ['02-custom-pipeline/duotone.ts', 'grace-hopper.jpg', 800, /likeness 0\.\d+ after \d attempt/],
  ['03-custom-style/with-a-file.ts', 'astronaut.png', 800, /golden_hour, likeness (0\.9|1\.0)/],
  ['03-custom-style/with-a-function.ts', 'grace-hopper.jpg', 800, /newsprint, likeness 0\.[6-9]/],
  [
    '03-custom-style/with-a-network.ts',
    'astronaut.png',
    800,
    /screen_print, likeness 0\.[6-9].*screen_print:model/,
  ],
])('%s', async (script, photo, sidePx, said) => {
  const out = join(folder, 'out.png');
  expect(await run(script, `examples/photos/${photo}`, out, join(folder, 'style'))).toMatch(said);
  const png = await readFile(out);
  expect(png.subarray(0, 8)).toEqual(PNG);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([sidePx, sidePx]);
  await rm(out);
});

test('05-character/draw.ts', async () => {
  const out = join(folder, 'character');
  const said = await run('05-character/draw.ts', 'a man with a grey beard and a parrot', out);
  expect(said).toContain('facial_hair.style = full_beard, from "beard"');
  expect(said).toContain('not drawn: "parrot" (not-drawn)');
  expect(said).toContain('3 pictures, models: none; 2 edits to undo');
  expect((await readdir(out)).sort()).toEqual(['anime.png', 'character.json', 'flat.svg', 'toon3d.png']);
  for (const name of ['anime.png', 'toon3d.png'])
    expect((await readFile(join(out, name))).subarray(0, 8)).toEqual(PNG);
  expect(JSON.parse(await readFile(join(out, 'character.json'), 'utf8'))).toMatchObject({ seed: 7 });
  expect(await readFile(join(out, 'flat.svg'), 'utf8')).toMatch(/^<svg /);
});

test('06-conversation/with-a-model.ts', async () => {
  const words = ['a man with a grey beard', 'in anime style', 'mit dem Meer dahinter'];
  expect(await run('06-conversation/with-a-model.ts', ...words)).toMatch(
    /> mit dem Meer dahinter\nI did not understand/,
  );
  const content = '{"english":"with the sea behind","edits":[{"set":"background","to":"beach_sunset"}]}';
  await using model = createServer((_request, response) =>
    response.end(JSON.stringify({ choices: [{ message: { content } }] })),
  );
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  const env = {
    AVATAR_INTERPRETER_URL: `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`,
    AVATAR_INTERPRETER_MODEL: 'small',
  };
  const said = await runWith(env, '06-conversation/with-a-model.ts', ...words);
  expect(said).toContain('> mit dem Meer dahinter\n[{"set":"background","to":"beach_sunset"}]');
  expect(said).toContain('"look":"anime"');
});
