import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useErrorHandler } from './error-handler.js';
import { refuseUnknown } from './unknown-requests.js';

let app: FastifyInstance;
beforeAll(async () => {
  app = Fastify({ exposeHeadRoutes: true });
  useErrorHandler(app);
  refuseUnknown(app);
  await app.register((scope, _options, done) => {
    scope.get('/v1/jobs/:id', () => ({}));
    scope.delete('/v1/jobs/:id', () => ({}));
    scope.post('/v1/a.b', () => ({}));
    done();
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

test.each([
  ['POST', '/v1/jobs/x?y=1', 'DELETE, GET, HEAD'],
  ['GET', '/v1/a.b', 'POST'],
] as const)('%s %s is a 405 that names the methods', async (method, url, allow) => {
  const answer = await app.inject({ method, url });
  expect(answer.json()).toMatchObject({ status: 405, code: 'method-not-allowed' });
  expect(answer.headers.allow).toBe(allow);
});

test.each(['/v1/jobs', '/v1/jobs/x/y', '/v1/jobs/', '/v1/aXb'])('%s is a 404', async (url) => {
  const answer = await app.inject({ method: 'PUT', url });
  expect(answer.json()).toMatchObject({ status: 404, code: 'not-found' });
  expect(answer.headers.allow).toBeUndefined();
});

test('a request with two hosts is refused', async () => {
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /v1/jobs/x HTTP/1.1\r\nHost: one.example\r\nHost: two.example\r\n\r\n');
  expect(await text(socket)).toContain('HTTP/1.1 400');
});
