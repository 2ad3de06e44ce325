import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOpenAI } from '@ai-sdk/openai';
import { paintPortrait, type PortraitRequest } from '@avatar/engine';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aiSdkEngine } from './ai-sdk-engine.js';

const request: PortraitRequest = {
  prompt: 'an oil portrait',
  photo: new Uint8Array([1, 2, 3]),
  mask: new Uint8Array([4, 5, 6]),
  strength: 0.4,
  seed: 7,
  size: { widthPx: 1024, heightPx: 1024 },
};
const PICTURE = Buffer.from('a picture');

/** A server with the route of OpenAI's that edits pictures. */
const server = createServer((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    seen.push({
      path: incoming.url ?? '',
      key: incoming.headers.authorization,
      form: Buffer.concat(chunks).toString('latin1'),
    });
    const { status, body } = answers[Math.min(seen.length, answers.length) - 1];
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
});
let seen: { readonly path: string; readonly key: string | undefined; readonly form: string }[];
let answers: readonly { readonly status: number; readonly body: object }[];
let baseURL: string;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
beforeEach(() => void (seen = []));
afterAll(() => server.close());

const painted = {
  status: 200,
  body: {
    created: 1,
    data: [{ b64_json: PICTURE.toString('base64') }],
    usage: { input_tokens: 50, output_tokens: 1056, total_tokens: 1106 },
  },
};
const failed = (status: number, code: string) => ({
  status,
  body: { error: { message: 'an oil portrait is not allowed', type: 'user_error', param: null, code } },
});
const paint = (maxRetries = 0) =>
  paintPortrait(
    aiSdkEngine({
      model: createOpenAI({ baseURL, apiKey: 'key' }).image('gpt-image-1'),
      mask: 'transparent',
      maxRetries,
      costUsd: ({ usage }) => ((usage?.outputTokens ?? 0) * 40) / 1_000_000,
    }),
    request,
  );
/** Content of a field of the form. */
const field = (name: string) =>
  new RegExp(`name="${name}(?:\\[\\])?"[^]*?\\r\\n\\r\\n([^]*?)\\r\\n--`).exec(seen[0].form)?.[1];

test('the provider is sent photo, mask and prompt, and its picture comes back with its price', async () => {
  answers = [painted];
  const { bytes, use } = await paint();
  expect(Buffer.from(bytes)).toEqual(PICTURE);
  expect(use).toMatchObject({ model: 'gpt-image-1', inputTokens: 50, outputTokens: 1056 });
  expect(use.costUsd).toBeCloseTo(0.04224, 6);
  expect(seen[0]).toMatchObject({ path: '/v1/images/edits', key: 'Bearer key' });
  expect(field('prompt')).toBe('an oil portrait');
  expect(field('size')).toBe('1024x1024');
  expect(field('image')).toBe('\x01\x02\x03');
  expect(field('mask')).toBe('\x04\x05\x06');
});

test.each([
  [400, 'moderation_blocked', { reason: 'engine-refused', facts: { providerCode: 'moderation_blocked' } }],
  [
    400,
    'invalid_size',
    { reason: 'engine-failed', facts: { httpStatus: 400, providerCode: 'invalid_size' } },
  ],
  [401, 'invalid_api_key', { reason: 'engine-unauthorised' }],
  [429, 'rate_limit_exceeded', { code: 'overloaded', reason: 'engine-busy' }],
])('an answer of %i, %s, is told without its words', async (status, code, expected) => {
  answers = [failed(status, code)];
  const error: unknown = await paint().catch((cause: unknown) => cause);
  expect(error).toMatchObject(expected);
  expect(String(error)).not.toContain('oil');
});

test('a provider that is busy is asked again', async () => {
  answers = [failed(429, 'rate_limit_exceeded'), painted];
  await expect(paint(1)).resolves.toMatchObject({ use: { outputTokens: 1056 } });
  expect(seen).toHaveLength(2);
});

test('a provider that is not there is told', async () => {
  const model = createOpenAI({ baseURL: 'http://127.0.0.1:1/v1', apiKey: 'key' }).image('gpt-image-1');
  await expect(paintPortrait(aiSdkEngine({ model, maxRetries: 0 }), request)).rejects.toMatchObject({
    code: 'model-unavailable',
    reason: 'engine-unreachable',
  });
});
