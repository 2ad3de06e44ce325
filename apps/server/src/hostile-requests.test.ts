import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApiDocument } from './api/openapi-document.js';
import { storedOf } from './testing/left-behind.test-support.js';
import { photo, startTestServer, type TestServer } from './testing/test-server.test-support.js';
import { VENDOR_TAGS } from './testing/vendor-tags.test-support.js';

let server: TestServer;
let headers: Record<string, string>;
beforeAll(async () => {
  server = await startTestServer({ env: { AVATAR_MAX_UPLOAD_BYTES: '20000' } });
  headers = (await server.account({ requestsPerMinute: 1_000_000 })).headers;
});
afterAll(() => server[Symbol.asyncDispose]());

/**
 * What no request may be answered with: 503 is for a full queue, which nothing here fills.
 * @param isVendors a route of another vendor's protocol, which has errors of its own shape
 */
async function answered(request: InjectOptions & { readonly url: string }, isVendors = false): Promise<void> {
  const answer = await server.app.inject(request);
  expect(answer.statusCode, `${request.method} ${request.url}: ${answer.body}`).toBeLessThan(500);
  if (answer.statusCode < 400) return;
  if (isVendors) {
    expect(answer.headers['content-type']).toMatch(/^application\/(problem\+)?json/);
    expect(answer.json()).toBeTypeOf('object');
    return;
  }
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ code: expect.any(String), status: answer.statusCode });
}

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '%00',
    '../../etc/passwd',
    "'; drop table accounts; --",
    '\ud800',
    '𝕏',
    '-0',
  ),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.anything(), { maxLength: 3 }),
  fc.object({ maxDepth: 2 }),
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 250 }),
  fc.constantFrom('a\u0000b', '\ud800', ''),
);
const orOdd = <T>(usual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: odd });
const photos = fc.constantFrom(
  photo('a'),
  photo('refuse'),
  photo('review'),
  'AAAA',
  '====',
  'data:,',
  'data:image/png;base64,AA',
);

/** Mostly right, so that requests get past the schema too. */
const options = {
  style: orOdd(fc.constantFrom('noir', 'social', 'nope')),
  platform: orOdd(fc.constantFrom('linkedin', 'discord', 'twitter', 'nope')),
  background: orOdd(fc.constantFrom('studio_light', 'image', 'transparent', '#fff', '#abcdef')),
  palette: orOdd(fc.constantFrom('neutral_grey', '#fff', '#ffff', '#123456,#abc', '#12345')),
  style_intensity: orOdd(fc.double({ min: 0.01, max: 1, noNaN: true })),
  smile: orOdd(fc.double({ min: 0, max: 0.5, noNaN: true })),
  yaw_deg: orOdd(fc.double({ min: -5, max: 5, noNaN: true })),
  size: orOdd(fc.constantFrom<number | string>(64, 800, 2048, 'hd', 'standard')),
  mode: orOdd(fc.constantFrom('max', 'eco')),
  seed: orOdd(fc.nat()),
  min_likeness: orOdd(fc.double({ min: 0, max: 1, noNaN: true })),
  min_face_coverage: orOdd(fc.double({ min: 0, max: 1, noNaN: true })),
  on_fail: orOdd(fc.constantFrom('return_best', 'discard', 'fallback_original')),
  multi_face: orOdd(fc.constantFrom('largest', 'reject')),
  callback_url: orOdd(fc.webUrl()),
  callback_id: orOdd(text),
};
const generateBody = fc.record(
  {
    ...options,
    image_base64: orOdd(photos),
    session_id: orOdd(fc.constantFrom('s-1', 's:2')),
    reference: orOdd(text),
    delivery: orOdd(fc.constantFrom('url', 'inline')),
    cache_input: orOdd(fc.boolean()),
    input_id: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: odd }),
  },
  { requiredKeys: ['image_base64'] },
);
const sparse = (body: Record<string, unknown>, kept: readonly string[]) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => kept.includes(name)));
/** A few fields at a time: with all of them something is always wrong. */
const someOf = <T extends Record<string, unknown>>(body: fc.Arbitrary<T>, always: readonly string[]) =>
  fc
    .tuple(
      body,
      fc.subarray(
        [...Object.keys(options), 'session_id', 'reference', 'delivery', 'cache_input', 'input_id'],
        { maxLength: 4 },
      ),
    )
    .map(([whole, kept]) => sparse(whole, [...always, ...kept]));

test('generated requests for avatars are never a 5xx', async () => {
  await fc.assert(
    fc.asyncProperty(
      someOf(generateBody, ['image_base64']),
      fc.constantFrom<Record<string, string>>(
        {},
        { prefer: 'respond-async' },
        { accept: 'text/event-stream' },
      ),
      fc.constantFrom('/v1/avatar/generate', '/v1/avatar/validate'),
      async (body, more, url) => {
        if (more.accept === undefined)
          await answered({ method: 'POST', url, headers: { ...headers, ...more }, payload: body });
        else
          expect(
            (
              await server.app.inject({
                method: 'POST',
                url,
                headers: { ...headers, ...more },
                payload: body,
              })
            ).statusCode,
          ).toBeLessThan(500);
      },
    ),
    { numRuns: 300, seed: 1 },
  );
});

test('generated batches are never a 5xx', async () => {
  const item = fc.record(
    { image_base64: orOdd(photos), reference: orOdd(text) },
    { requiredKeys: ['image_base64'] },
  );
  const batch = fc
    .tuple(fc.array(item, { maxLength: 4 }), someOf(fc.record(options), []))
    .map(([items, more]) => ({ items, ...more }));
  await fc.assert(
    fc.asyncProperty(batch, (body) =>
      answered({ method: 'POST', url: '/v1/avatar/batch', headers, payload: body }),
    ),
    { numRuns: 60, seed: 2 },
  );
});

test('generated forms are never a 5xx', async () => {
  const part = fc.tuple(
    fc.constantFrom('image', 'images', 'seed', 'size', 'reference', '__proto__', 'x'),
    text,
    fc.boolean(),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 6 }),
      fc.constantFrom('/v1/avatar/generate', '/v1/avatar/batch', '/v1/avatar/validate'),
      async (parts, url) => {
        const form = new FormData();
        for (const [name, value, isFile] of parts) form.append(name, isFile ? new Blob([value]) : value);
        await answered({ method: 'POST', url, headers, payload: form });
      },
    ),
    { numRuns: 150, seed: 3 },
  );
});

test('generated bodies of any kind are never a 5xx', async () => {
  const type = fc.constantFrom(
    'application/json',
    'application/json; charset=utf-16',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/x-www-form-urlencoded',
    'image/png',
    'x',
  );
  await fc.assert(
    fc.asyncProperty(
      type,
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.json(),
        fc.constantFrom('{"__proto__":{}}', '--x\r\n', '--x--\r\n', '[]', 'null'),
      ),
      fc.constantFrom('/v1/avatar/generate', '/v1/avatar/batch', `/v1/avatar/avt_${'0'.repeat(32)}/choice`),
      (contentType, payload, url) =>
        answered({ method: 'POST', url, headers: { ...headers, 'content-type': contentType }, payload }),
    ),
    { numRuns: 300, seed: 4 },
  );
});

test('generated addresses, queries and headers are never a 5xx', async () => {
  type Operations = Record<string, { readonly tags: readonly string[] }>;
  const paths = Object.entries((await openApiDocument()).paths as Record<string, Operations>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(
        ([method, { tags }]) => [method.toUpperCase(), path, VENDOR_TAGS.includes(tags[0])] as const,
      ),
  );
  const id = fc.oneof(
    fc.constantFrom(`avt_${'0'.repeat(32)}`, `bat_${'0'.repeat(32)}`, `inp_${'0'.repeat(32)}`),
    fc
      .string({ unit: 'binary', maxLength: 40 })
      .map((value) => encodeURIComponent(value.replace(/\p{Surrogate}/gu, '')) || 'x'),
    fc.constantFrom('%00', '%ff', '..', '%2e%2e%2f', 'a'.repeat(500)),
  );
  const query = fc.oneof(
    fc.constant(''),
    fc.constantFrom(
      '?limit=0',
      '?limit=x',
      '?before=x',
      '?from=2026-01-01T00:00:00Z',
      '?from=0000-01-01T00:00:00Z',
      '?to=9999-12-31T23:59:59Z',
      '?limit=1&limit=2',
      '?%00=%ff',
    ),
  );
  const more = fc.constantFrom<Record<string, string>>(
    {},
    { 'last-event-id': 'x' },
    { 'last-event-id': '99999999999999999999' },
    { prefer: 'respond-async, wait=10' },
    { accept: 'text/event-stream;q=0' },
    { 'idempotency-key': 'k' },
    { 'idempotency-key': 'k'.repeat(300) },
    { 'x-api-key': 'avatar_wrong' },
    { authorization: 'Bearer ' },
    { range: 'bytes=0-1' },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      id,
      query,
      more,
      ([method, path, isVendors], value, search, extra) =>
        answered(
          {
            method: method as 'GET',
            url: path.replace(/\{[^}]*\}/, value) + search,
            headers: { ...headers, ...extra },
            ...(method === 'POST' && { payload: {} }),
          },
          isVendors,
        ),
    ),
    { numRuns: 400, seed: 5 },
  );
});

test('an upload that is too large is a 413, as JSON and as a form', async () => {
  const large = 'a'.repeat(60_000);
  const form = new FormData();
  form.set('image', new Blob([large]));
  for (const payload of [
    { image_base64: large },
    form,
    { image_base64: Buffer.alloc(20_001).toString('base64') },
  ]) {
    const answer = await server.app.inject({ method: 'POST', url: '/v1/avatar/generate', headers, payload });
    expect(answer.json()).toMatchObject({ status: 413, code: 'payload-too-large' });
  }
});

test('all of that leaves nothing behind', async () => {
  const { database } = server.server.services;
  const count = async (what: string) =>
    Number((await database.query(`select count(*)::int as n from ${what}`)).rows[0].n);
  await expect
    .poll(() => count(`generations where status in ('queued', 'running')`), { timeout: 50_000 })
    .toBe(0);
  expect(await count(`stored_objects where kind = 'queued'`)).toBe(0);
  expect(await count('reservations')).toBe(0);
  expect(await storedOf(server.dataDir, 'queued')).toEqual([]);
});
