import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VENDOR_TAGS } from '../testing/vendor-tags.test-support.js';
import { openApiDocument } from './openapi-document.js';

type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- any document
let document: Json;
let folder: string;
beforeAll(async () => {
  document = await openApiDocument();
  folder = await mkdtemp(join(tmpdir(), 'avatar-openapi-'));
});
afterAll(() => rm(folder, { recursive: true }));

const operations = () =>
  Object.entries(document.paths as Json).flatMap(([path, methods]) =>
    Object.entries(methods as Json).map(([method, operation]) => ({
      path,
      method,
      operation: operation as Json,
    })),
  );

test('has every endpoint of the API', () => {
  const routes = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  expect(routes.sort()).toEqual([
    'DELETE /memory',
    'DELETE /v1/account',
    'DELETE /v1/batches/{id}',
    'DELETE /v1/inputs/{id}',
    'DELETE /v1/jobs/{id}',
    'DELETE /v1/outputs/{id}',
    'DELETE /v1/people/{reference}',
    'DELETE /v1/styles/{token}',
    'DELETE /v1/webhooks/disabled',
    'DELETE /v2/photo_avatar_group/{group_id}',
    'GET /chat',
    'GET /getTaskStatus/{task_id}',
    'GET /healthz',
    'GET /memory',
    'GET /readyz',
    'GET /sessions',
    'GET /v1/account',
    'GET /v1/account/styles',
    'GET /v1/analytics',
    'GET /v1/asset/{id}',
    'GET /v1/backgrounds',
    'GET /v1/batches/{id}',
    'GET /v1/batches/{id}/archive.zip',
    'GET /v1/jobs',
    'GET /v1/jobs/{id}',
    'GET /v1/jobs/{id}/events',
    'GET /v1/models',
    'GET /v1/platforms',
    'GET /v1/review',
    'GET /v1/styles',
    'GET /v1/styles/{token}',
    'GET /v1/usage',
    'GET /v1/webhooks/deliveries',
    'GET /v1/webhooks/disabled',
    'GET /v2/avatar_group.list',
    'GET /v2/avatar_group/{group_id}/avatars',
    'GET /v2/photo_avatar/generation/{id}',
    'GET /v2/photo_avatar/train/status/{group_id}',
    'GET /v2/photo_avatar/{id}',
    'PATCH /v1/styles/{token}',
    'POST /chat',
    'POST /getImageToImage',
    'POST /getTaskStatus',
    'POST /v1/asset',
    'POST /v1/avatar/batch',
    'POST /v1/avatar/generate',
    'POST /v1/avatar/validate',
    'POST /v1/avatar/{id}/choice',
    'POST /v1/characters/describe',
    'POST /v1/characters/draw',
    'POST /v1/chat/completions',
    'POST /v1/photo_avatar/photo/generate',
    'POST /v1/styles',
    'POST /v1/webhooks/deliveries/{id}/resend',
    'POST /v2/photo_avatar/avatar_group/add',
    'POST /v2/photo_avatar/avatar_group/create',
    'POST /v2/photo_avatar/look/generate',
    'POST /v2/photo_avatar/photo/generate',
    'POST /v2/photo_avatar/train',
  ]);
});

test('describes photos as JSON and as a form, and never the place where an upload is put', () => {
  const { content } = document.paths['/v1/avatar/generate'].post.requestBody;
  expect(Object.keys(content)).toEqual(['application/json', 'multipart/form-data']);
  expect(content['multipart/form-data'].schema.properties.image.contentMediaType).toBe(
    'application/octet-stream',
  );
  expect(document.components.schemas.GenerateRequest.properties).not.toHaveProperty('image');
  expect(document.components.schemas.GenerateRequest.properties).toHaveProperty('image_base64');
});

test('describes the pictures of a style as addresses, as files and as a ZIP file', () => {
  const form = document.paths['/v1/styles'].post.requestBody.content['multipart/form-data'].schema;
  expect(Object.keys(form.properties).sort()).toEqual(
    ['archive', 'callback_url', 'images', 'name', 'preview', 'preview_url'].sort(),
  );
  expect(document.components.schemas.CreateStyleRequest.properties).not.toHaveProperty('uploaded');
});

test('says what every operation is and what its errors look like', () => {
  for (const { operation } of operations()) {
    expect(operation).toMatchObject({ operationId: expect.any(String), summary: expect.any(String) });
    if (operation.security?.length === 0) continue;
    const isVendors = VENDOR_TAGS.includes(operation.tags[0]);
    const problem = operation.responses['4XX'].content as Json;
    expect(Object.keys(problem)).toEqual([isVendors ? 'application/json' : 'application/problem+json']);
  }
});

test('says what requests and answers carry beside their bodies', () => {
  const generate = document.paths['/v1/avatar/generate'].post;
  expect(JSON.stringify(generate.parameters)).toContain('Idempotency-Key');
  const headersOf = (status: string) => Object.keys(generate.responses[status].headers as Json);
  expect(headersOf('200')).toEqual(
    expect.arrayContaining(['X-Credits-Charged', 'Idempotency-Replayed', 'RateLimit-Remaining']),
  );
  expect(headersOf('202')).toContain('Location');
  expect(headersOf('4XX')).toEqual(expect.arrayContaining(['Retry-After', 'Allow', 'RateLimit-Reset']));
  expect(headersOf('5XX')).toContain('Retry-After');
  expect(JSON.stringify(document.paths['/v1/avatar/validate'].post)).not.toContain('Idempotency-Key');
  expect(JSON.stringify(document.paths['/v1/styles'].get)).not.toContain('RateLimit');
});

test('passes the linter', async () => {
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(document));
  await writeFile(
    join(folder, 'redocly.yaml'),
    'extends: [recommended]\nrules:\n  operation-4xx-response: off\n',
  );
  const redocly = join(
    dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')),
    'bin/cli.js',
  );
  const lint = promisify(execFile)(process.execPath, [redocly, 'lint', file, '--format=json'], {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    maxBuffer: 10_000_000,
  });
  const { stdout } = await lint.catch((error: unknown) => error as { stdout: string });
  const { problems } = JSON.parse(stdout.slice(stdout.indexOf('{\n'))) as { problems: Json[] };
  expect(
    problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location?.[0]?.pointer}`),
  ).toEqual([]);
});
