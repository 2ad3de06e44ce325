import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  comfyUiServer,
  type ComfyUiServer,
  type JobEnd,
} from '../../../../packages/engine-comfyui/src/comfyui-server.test-support.js';
import { loadConfig } from '../config/config.js';
import { startServer, type RunningServer } from '../server.js';

const fileOf = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const WORKFLOW = fileOf('packages/engine-comfyui/workflows/photo-edit.json');

let dataDir: string;
let painter: ComfyUiServer;
let server: RunningServer;
let headers: Readonly<Record<string, string>>;
let photo: string;
/** What the painter makes of the photo that it is sent. */
let end: (photo: Uint8Array) => JobEnd;
beforeAll(async () => {
  photo = (await readFile(fileOf('examples/photos/grace-hopper.jpg'))).toString('base64');
  dataDir = await mkdtemp(join(tmpdir(), 'avatar-engines-'));
  painter = await comfyUiServer({
    run: (graph, files) =>
      end(files.get(String(graph['4'].inputs['image']).replace(' [temp]', '')) ?? new Uint8Array()),
  });
  const config = loadConfig({
    AVATAR_DATA_DIR: dataDir,
    AVATAR_WORKERS: '1',
    AVATAR_COMFYUI_URL: painter.url,
    AVATAR_COMFYUI_WORKFLOW: WORKFLOW,
    ...(process.env.AVATAR_MODELS_DIR && { AVATAR_MODELS_DIR: process.env.AVATAR_MODELS_DIR }),
  });
  server = await startServer(config, 'all', { logger: pino({ level: 'silent' }) });
  const { directory, billing } = server.services;
  const { account } = await directory.create('test');
  await billing.grant(account.id, 10);
  headers = { 'x-api-key': await directory.createKey(account.id) };
}, 180_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await painter[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

const generate = () =>
  server.app!.inject({
    method: 'POST',
    url: '/v1/avatar/generate',
    headers,
    payload: { image_base64: photo, style: 'realistic', size: 512 },
  });

test('a style that an engine paints is listed, painted and judged like any other', async () => {
  const listed = (await server.app!.inject('/v1/styles')).json<{ styles: { token: string }[] }>();
  expect(listed.styles.map(({ token }) => token)).toContain('realistic');
  end = (sent) => ({ picture: sent });
  const answer = await generate();
  expect(answer.json()).toMatchObject({ style: 'realistic', face_detected: true, decision: 'auto_accept' });
  expect(painter.graphs).toHaveLength(1);
  expect(painter.history.size).toBe(0);
}, 180_000);

test('a provider that fails is answered with a plain error that says nothing of it', async () => {
  end = () => ({ nodeFails: { node: '6', nodeType: 'KSampler' } });
  const answer = await generate();
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toMatchObject({
    code: 'inference-failed',
    detail: expect.stringContaining('another style'),
  });
  expect(answer.body).not.toMatch(/comfy|KSampler|secret/i);
}, 180_000);
