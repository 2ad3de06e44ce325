import { talk } from './connection.js';
import { badForm, cutUpload } from './forms.js';
import {
  anyPath,
  goodRequest,
  head,
  json,
  oneOf,
  postPath,
  randomBytes,
  sliced,
  upTo,
  type Abuser,
} from './requests.js';

/** Longer than the server waits for a body, in an abused server's settings. */
const SLOW_MS = 8_000;
const QUICK_MS = 5_000;

type Abuse = (abuser: Abuser) => Promise<number[]>;

const say = (abuser: Abuser, parts: Iterable<string | Buffer>, limitMs = QUICK_MS): Promise<number[]> =>
  talk({ port: abuser.port, parts, limitMs });

const MALFORMED: readonly ((abuser: Abuser) => string | Buffer)[] = [
  () => '{"image_base64": "AAAA"',
  () => '['.repeat(200_000),
  () => `${'{"a":'.repeat(50_000)}1`,
  () => '"\\ud800"',
  () => '{"__proto__": {"image_base64": "AAAA"}, "image_base64": {"toString": 1}}',
  () => JSON.stringify({ image_base64: '=', seed: '9'.repeat(100_000) }),
  () => JSON.stringify({ items: Array.from({ length: 5_000 }, () => ({ image_base64: 'AAAA' })) }),
  () => JSON.stringify({ image_url: 'http://169.254.169.254/latest' }),
  () => JSON.stringify({ image_base64: 'AAAA', callback_url: 'http://127.0.0.1:1/' }),
  (abuser) => randomBytes(abuser, upTo(abuser, 3_000)),
];

/** What nobody does who wants an avatar, by name. Each ends by itself, whatever the server does. */
export const ABUSES: Readonly<Record<string, Abuse>> = {
  'malformed bodies': (abuser) =>
    say(
      abuser,
      json(abuser, postPath(abuser), oneOf(abuser, MALFORMED)(abuser), {
        'Content-Type': oneOf(abuser, [
          'application/json',
          'application/json',
          'application/json; charset=utf-16',
          'text/xml',
          'a'.repeat(200),
        ]),
      }),
    ),
  'slow bodies': (abuser) =>
    talk({ ...abuser, parts: sliced(goodRequest(abuser), 150), gapMs: 100, limitMs: SLOW_MS }),
  'slow heads': (abuser) =>
    talk({ ...abuser, parts: sliced([head(abuser, 'GET', '/v1/styles')], 1), gapMs: 100, limitMs: SLOW_MS }),
  'silent connections': (abuser) => say(abuser, [], upTo(abuser, SLOW_MS)),
  'wrong methods': (abuser) => {
    const method = oneOf(abuser, [
      'PUT',
      'PATCH',
      'DELETE',
      'TRACE',
      'PROPFIND',
      'CONNECT',
      'OPTIONS',
      'XYZ',
    ]);
    return say(abuser, [head(abuser, method, anyPath(abuser), { Connection: 'close' })]);
  },
  'huge heads': (abuser) => {
    const headers = oneOf(abuser, [
      { 'X-Long': 'a'.repeat(upTo(abuser, 300_000)) },
      Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`X-${n}`, 'a'])),
      { Cookie: 'a=b; '.repeat(2_000) },
      { 'Idempotency-Key': 'k'.repeat(10_000) },
    ]);
    return say(abuser, [head(abuser, 'GET', anyPath(abuser), { ...headers, Connection: 'close' })]);
  },
  'bad forms': (abuser) => say(abuser, badForm(abuser)),
  'cut uploads': (abuser) => say(abuser, cutUpload(abuser), upTo(abuser, 2_000)),
  'unknown routes with bodies': (abuser) =>
    say(abuser, json(abuser, `/${upTo(abuser, 1e9)}/x`, Buffer.alloc(upTo(abuser, 2_000_000)))),
  'cut requests': (abuser) => say(abuser, goodRequest(abuser), upTo(abuser, 300)),
  'cut event streams': (abuser) =>
    say(abuser, goodRequest(abuser, { Accept: 'text/event-stream' }), upTo(abuser, 300)),
  'jobs that nobody fetches': (abuser) => say(abuser, goodRequest(abuser, { Prefer: 'respond-async' })),
  'one key for many bodies': (abuser) =>
    say(abuser, goodRequest(abuser, { 'Idempotency-Key': `key-${upTo(abuser, 50)}` })),
  'wrong keys': (abuser) => say(abuser, goodRequest({ ...abuser, apiKey: `ak_${upTo(abuser, 1e9)}` })),
  'bytes that are no request': (abuser) => say(abuser, [randomBytes(abuser, upTo(abuser, 5_000))]),
  'two lengths, and a request inside': (abuser) =>
    say(abuser, [
      head(abuser, 'POST', postPath(abuser), { 'Content-Length': 4, 'Transfer-Encoding': 'chunked' }),
      `0\r\n\r\n${head(abuser, 'GET', '/healthz')}`,
    ]),
  'pipelines that nobody reads': (abuser) =>
    talk({
      ...abuser,
      parts: Array.from({ length: 60 }, () => head(abuser, 'GET', '/openapi.json')),
      limitMs: upTo(abuser, QUICK_MS),
      isDeaf: true,
    }),
};
