import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { useDraining } from './draining.js';
import { useErrorHandler } from './error-handler.js';

const SLOW_MS = 600;

it('finishes what runs, and sends away what still comes, in the words of the API', async () => {
  const app = fastify({ return503OnClosing: false });
  useErrorHandler(app);
  useDraining(app, { deadlineMs: 60_000 });
  app.get('/', async () => 'at once');
  app.get('/slow', async () => {
    await delay(SLOW_MS);
    return 'finished';
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as { port: number };
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (data) => (heard += data.toString()));
  const ask = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: test\r\n\r\n`);

  const slow = fetch(`http://127.0.0.1:${port}/slow`).then((answer) => answer.text());
  ask('/');
  await expect.poll(() => heard).toContain('at once');
  // One request is on its way on the open connection when the server begins to close.
  ask('/slow');
  await delay(50);
  const closed = app.close();
  ask('/');
  await expect.poll(() => heard, { timeout: 5_000 }).toContain('"code":"overloaded"');
  expect(heard).toMatch(/HTTP\/1\.1 503[^]*retry-after: \d/i);
  expect(heard).toMatch(/connection: close/i);
  expect(await slow).toBe('finished');
  await closed;
  socket.destroy();
});
