import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readHeader } from '@avatar/image';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/esm/index.mjs')).href;
const main = join(root, 'packages/cli/src/main.ts');
const HOPPER = join(root, 'examples/photos/grace-hopper.jpg');
const ASTRONAUT = join(root, 'examples/photos/astronaut.png');

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'avatar-main-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function avatar(argv: readonly string[], interruptAfterMs?: number): Promise<Finished> {
  const child = spawn(process.execPath, ['--import', tsx, main, ...argv], {
    cwd: folder,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  if (interruptAfterMs !== undefined) setTimeout(() => child.kill('SIGINT'), interruptAfterMs);
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
}

test('generate: a square PNG, one JSON object, and the same bytes again', async () => {
  const first = await avatar(['generate', HOPPER, '--platform', 'linkedin', '--out', 'a.png', '--json']);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const report = JSON.parse(first.stdout) as Record<string, unknown>;
  expect(report).toMatchObject({
    style: 'corporate_headshot',
    platform: 'linkedin',
    output: { path: join(folder, 'a.png'), width: 800, height: 800 },
    thumbnail: null,
    face_detected: true,
    face_count: 1,
    decision: 'auto_accept',
    seed: 0,
  });
  const again = await avatar(['generate', HOPPER, '--platform', 'linkedin', '--out', 'b.png']);
  expect(again.code).toBe(0);
  expect(again.stdout).toContain('✔ b.png  800 x 800');
  const [bytes, other] = await Promise.all(['a.png', 'b.png'].map((name) => readFile(join(folder, name))));
  expect(await readHeader(bytes)).toMatchObject({ format: 'png', width: 800, height: 800 });
  expect(Buffer.compare(bytes, other)).toBe(0);
}, 120_000);

test('analyze and compare', async () => {
  const analysed = await avatar(['analyze', HOPPER, join(root, 'package.json'), '--json']);
  const [photo, other] = analysed.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(photo).toMatchObject({ file: HOPPER, face_count: 1, warnings: [] });
  expect(other).toMatchObject({ error: { code: 'input-rejected', reason: 'not-an-image' } });
  const compared = await avatar(['compare', HOPPER, ASTRONAUT, '--json']);
  expect((JSON.parse(compared.stdout) as { likeness_score: number }).likeness_score).toBeLessThan(0.4);
}, 120_000);

test('2000 arguments: every one is answered, in order, and the models still load', async () => {
  const missing = Array.from({ length: 1999 }, (_, i) => `holiday/IMG_${String(i).padStart(8, '0')}.jpg`);
  const { code, stdout, stderr } = await avatar(['analyze', ...missing, HOPPER, '--json']);
  // Those that are not there are failures, and the last one is answered all the same.
  expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string });
  expect(answers.map(({ file }) => file)).toEqual([...missing, HOPPER]);
  expect(answers[0]).toMatchObject({ error: { reason: 'not-found' } });
  expect(answers[1999]).toMatchObject({ face_count: 1 });
  // The exit code of the process that works is that of the one that was started.
  expect((await avatar(['analyze', ...missing])).code).toBe(3);
}, 120_000);

test('with 2000 arguments, too, ending the command ends the work', async () => {
  const photos = Array.from({ length: 2000 }, () => HOPPER);
  const { code, stdout } = await avatar(['analyze', ...photos, '--json'], 3000);
  expect(code).toBe(130);
  expect(stdout.split('\n').length).toBeLessThan(2000);
}, 60_000);

test('exit codes reach the shell', async () => {
  expect((await avatar(['generate', join(root, 'package.json')])).code).toBe(3);
  expect(await avatar(['generate', HOPPER, '--style', 'nothing'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^avatar: Unknown style; known are [^\n]+\n$/) as string,
  });
}, 120_000);

test('Ctrl+C leaves nothing half-written', async () => {
  const { code } = await avatar(['generate', ASTRONAUT, '--out', 'interrupted.png'], 1200);
  // On a slow machine the signal may come before the command listens; the shell then sees the signal itself.
  expect([130, null]).toContain(code);
  const left = (await readdir(folder)).filter((name) => !['a.png', 'b.png'].includes(name));
  expect(left).toEqual([]);
}, 60_000);
