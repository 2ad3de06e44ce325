import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePng, toRaster } from '@avatar/image';
import { readFile } from 'node:fs/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engraving } from '../../../../packages/style-fit/src/fixtures/pictures.js';
import { loadConfig } from '../config/config.js';
import { startServer, type RunningServer } from '../server.js';
import { lookAt, sendStyle, type File } from '../testing/style-request.test-support.js';

let dataDir: string;
let server: RunningServer;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'avatar-styles-'));
  const config = loadConfig({
    AVATAR_DATA_DIR: dataDir,
    AVATAR_WORKERS: '1',
    AVATAR_MIN_STYLE_EXAMPLES: '8',
    ...(process.env.AVATAR_MODELS_DIR && { AVATAR_MODELS_DIR: process.env.AVATAR_MODELS_DIR }),
  });
  server = await startServer(config, 'all', { logger: pino({ level: 'silent' }) });
  const { directory } = server.services;
  const { account } = await directory.create('test');
  headers = { 'x-api-key': await directory.createKey(account.id) };
}, 180_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

test('made engravings become a style that draws with ruled lines', async () => {
  const world = { app: server.app! };
  const files: File[] = [];
  for (let seed = 1; seed <= 8; seed++) files.push(['images', await encodePng(toRaster(engraving(seed)))]);
  files.push(['images', 'no picture']);
  const sent = await sendStyle(world, headers, files, { name: 'Engraved' });
  expect(sent.statusCode, sent.body).toBe(202);
  const token = sent.json<{ style_token: string }>().style_token;
  await expect
    .poll(async () => (await lookAt(world, headers, token)).status, { timeout: 170_000, interval: 500 })
    .toMatch(/ready|failed/);
  expect(await lookAt(world, headers, token)).toMatchObject({
    status: 'ready',
    report: {
      examples_are: 'drawn',
      technique: 'hatch',
      used: 8,
      left_out: [{ index: 8, reason: 'not-an-image' }],
    },
    previews: [{ subject: 'grace-hopper' }, { subject: 'astronaut' }],
  });

  const photo = await readFile(new URL('../../../../examples/photos/grace-hopper.jpg', import.meta.url));
  const avatar = await world.app.inject({
    method: 'POST',
    url: '/v1/avatar/generate',
    headers,
    payload: { image_base64: photo.toString('base64'), style: token, size: 256 },
  });
  expect(avatar.json()).toMatchObject({ style: token, size: 256, face_detected: true });
}, 180_000);
