import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.test-support.js';

let world: TestServer;
let headers: Record<string, string>;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
  headers = (await world.account()).headers;
});
afterAll(() => world[Symbol.asyncDispose]());

const TYPE = 'multipart/form-data; boundary=x';
const send = (payload: string, { url = '/v1/avatar/generate', type = TYPE } = {}) =>
  world.app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': type }, payload });
const part = (disposition: string, value: string, more = '') =>
  `--x\r\ncontent-disposition: form-data; ${disposition}\r\n${more}\r\n${value}\r\n`;
const field = (name: string, value: string) => part(`name="${name}"`, value);
const file = (name = 'image', filename = 'a.jpg') =>
  part(`name="${name}"; filename="${filename}"`, 'a photo');
const form = (...parts: string[]) => `${parts.join('')}--x--\r\n`;

test.each<[string, number, string]>([
  ['a file name that is a path', 200, form(file('image', '../../../../etc/passwd\u0000.jpg'))],
  ['a file that says that it is a page', 200, form(part('name="image"; filename="a.html"', '<script>'))],
  ['two photos', 400, form(file(), file())],
  ['a photo in a field of another name', 400, form(file('photo'))],
  ['names of the language', 400, form(field('__proto__', '{"x":1}'), field('constructor', '1'), file())],
  ['text for the photo', 400, form(field('image', 'text instead of a file'))],
  ['a number in hexadecimal', 400, form(field('seed', '0x10'), file())],
  ['a number without end', 400, form(field('size', 'Infinity'), file())],
  ['an empty number', 400, form(field('seed', ''), file())],
  ['20,000 fields', 413, form(...Array.from({ length: 20_000 }, (_, i) => field(`f${i}`, '1')))],
  ['nothing', 400, form()],
  ['half a file', 400, '--x\r\ncontent-disposition: form-data; name="image"; filename="a"\r\n\r\nabc'],
  [
    'a header of 2 MB',
    200,
    form(part('name="image"; filename="a"', 'abc', `x-long: ${'a'.repeat(2e6)}\r\n`)),
  ],
])('a form with %s is a %i', async (_what, status, payload) => {
  expect((await send(payload)).statusCode).toBe(status);
});

test('of a field that comes twice the last is taken', async () => {
  const answer = await send(form(field('seed', '1'), field('seed', '2'), file()));
  expect(answer.json()).toMatchObject({ status: 'succeeded', seed: 2 });
});

test('a form without a boundary is refused', async () => {
  expect((await send('--x', { type: 'multipart/form-data' })).statusCode).toBe(400);
});

test('a batch of more files than it may have is refused', async () => {
  const files = Array.from({ length: 300 }, () => file('images'));
  expect((await send(form(...files), { url: '/v1/avatar/batch' })).statusCode).toBe(400);
});
