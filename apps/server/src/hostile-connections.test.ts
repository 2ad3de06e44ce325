import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.test-support.js';

let world: TestServer;
let common: string;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
  await world.app.listen({ host: '127.0.0.1', port: 0 });
  common = `Host: 127.0.0.1\r\nX-API-Key: ${(await world.account()).headers['x-api-key']}\r\n`;
});
afterAll(() => world[Symbol.asyncDispose]());

/** Everything that is answered to these bytes, until the server ends the connection or is silent for a second. */
const said = (words: string): Promise<string> =>
  new Promise((done) => {
    let heard = '';
    const socket = connect((world.app.server.address() as AddressInfo).port, '127.0.0.1');
    socket.setEncoding('latin1').setTimeout(1_000, () => socket.destroy());
    socket.on('data', (data: string) => (heard += data));
    socket.on('error', () => undefined);
    socket.on('close', () => done(heard));
    socket.write(words.replace('COMMON', common));
  });
const statuses = (heard: string) =>
  [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
const POST = 'POST /v1/avatar/generate HTTP/1.1\r\nCOMMONContent-Type: application/json\r\n';
const get = (path: string) => `GET ${path} HTTP/1.1\r\nCOMMONConnection: close\r\n\r\n`;

test.each([
  [
    'both kinds of length, and a second request inside',
    `${POST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n`,
    400,
  ],
  ['chunks that are identity too', `${POST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`, 400],
  ['a space before the colon', `${POST}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`, 400],
  ['two lengths', `${POST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400],
  ['a length with a sign', `${POST}Content-Length: +2\r\n\r\n{}`, 400],
  ['bare line feeds', 'GET /healthz HTTP/1.1\nHost: a\n\n', 400],
  ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400],
  ['two hosts', 'GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n', 400],
  [
    'a second host behind more headers than Node.js keeps',
    `GET /healthz HTTP/1.1\r\nHost: a\r\n${'a:\r\n'.repeat(2_500)}Host: b\r\nConnection: close\r\n\r\n`,
    400,
  ],
  [
    'a length behind them, which is too much',
    `${POST}${'a:\r\n'.repeat(2_500)}Content-Length: 900000000\r\n\r\n`,
    413,
  ],
  ['an address of 20 kB', get(`/v1/jobs/${'a'.repeat(20_000)}`), 431],
  ['a name of 5 kB', get(`/v1/jobs/${'a'.repeat(5_000)}`), 404],
  ['bytes that are no text', get('/v1/jobs/%ff%fe'), 400],
  ['a path upwards', get('/../../etc/passwd'), 404],
  ['a path upwards in the documentation', get('/docs/static/..%2f..%2f..%2fpackage.json'), 404],
])('%s', async (_what, words, status) => {
  expect(statuses(await said(words))).toEqual([status]);
});

test.each([
  ['TRACE', [405]],
  ['PROPFIND', [405]],
  ['OPTIONS', [400]],
  ['HEAD', [200]],
  // Node ends the connection: nobody here is a proxy.
  ['CONNECT', []],
])('%s of an address that only tells', async (method, expected) => {
  expect(statuses(await said(`${method} /healthz HTTP/1.1\r\nCOMMONConnection: close\r\n\r\n`))).toEqual(
    expected,
  );
});

test('an address of another server is taken for one of this one', async () => {
  const heard = await said(get('http://169.254.169.254/healthz'));
  expect(statuses(heard).every((status) => status < 500)).toBe(true);
});

test('a request id with a tag in it does not come back', async () => {
  const heard = await said(
    'GET /healthz HTTP/1.1\r\nHost: a\r\nX-Request-Id: a\tb<script>\r\nConnection: close\r\n\r\n',
  );
  expect(statuses(heard)).toEqual([200]);
  expect(heard).not.toContain('<script>');
});
