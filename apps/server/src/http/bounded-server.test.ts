import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createBoundedServer } from './bounded-server.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const GET = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
/** More than the buffers of both sides of a connection of this machine take. */
const LONG = Buffer.alloc(40_000_000, 'a');

/** A connection to a server that answers so. */
async function connected(handle: RequestListener, stallMs?: number): Promise<Socket> {
  server = createBoundedServer(handle, {
    maxConnections: 100,
    receiveMs: 60_000,
    ...(stallMs !== undefined && { stallMs }),
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  return socket;
}
const open = () => new Promise<number>((done) => server!.getConnections((_, count) => done(count)));

test('requests that come together are begun one after another, and answered in their order', async () => {
  let [begun, atOnce, most] = [0, 0, 0];
  const socket = await connected((request, response) => {
    begun++;
    most = Math.max(most, ++atOnce);
    response.once('close', () => atOnce--);
    setTimeout(() => response.end(`<${request.url}>`), 5);
  });
  let heard = '';
  socket.setEncoding('latin1').on('data', (data: string) => (heard += data));
  const paths = Array.from({ length: 20 }, (_, n) => `/${n}`);
  socket.write(paths.map((path) => GET.replace('/', path)).join(''));
  await expect.poll(() => [...heard.matchAll(/<(\S+)>/g)].map(([, path]) => path)).toEqual(paths);
  expect([begun, most]).toEqual([20, 1]);
  socket.destroy();
});

test('every answer that was begun hears that its connection has gone, and no other is begun', async () => {
  let [begun, closed] = [0, 0];
  const socket = await connected((_request, response) => {
    begun++;
    response.once('close', () => closed++);
  });
  socket.write(GET.repeat(10));
  await expect.poll(() => begun).toBeGreaterThan(0);
  socket.destroy();
  await expect.poll(open).toBe(0);
  await expect.poll(() => closed).toBe(begun);
  expect(begun).toBe(1);
});

test('a connection that sends far ahead of its answers is ended', async () => {
  let begun = 0;
  const socket = await connected(() => begun++);
  const ended = once(socket.resume(), 'close');
  socket.write(GET.repeat(1_000));
  await ended;
  expect(begun).toBe(1);
});

test('a connection that takes nothing of its answer is ended', async () => {
  let isClosed = false;
  const socket = await connected((_request, response) => {
    response.once('close', () => (isClosed = true));
    response.end(LONG);
  }, 200);
  socket.pause().write(GET);
  await expect.poll(() => isClosed, { timeout: 10_000 }).toBe(true);
  expect(await open()).toBe(0);
  socket.destroy();
});

test('an answer that takes long to make, or is taken slowly, is not cut', async () => {
  const socket = await connected((request, response) => {
    if (request.url === '/slow') setTimeout(() => response.end('made'), 1_000);
    else response.end(LONG);
  }, 200);
  let heard = '';
  const onSlow = (data: string) => (heard += data);
  socket.setEncoding('latin1').on('data', onSlow).write(GET.replace('/', '/slow'));
  await expect.poll(() => heard, { timeout: 10_000 }).toContain('made');
  let taken = 0;
  socket.off('data', onSlow).on('data', (data: string) => {
    taken += data.length;
    socket.pause();
    setTimeout(() => socket.resume(), 1);
  });
  socket.write(GET);
  await expect.poll(() => taken, { timeout: 60_000 }).toBeGreaterThan(LONG.length);
  socket.destroy();
});

test('a connection without a request is ended', async () => {
  const socket = await connected(() => undefined, 200);
  await once(socket.resume(), 'close');
  expect(await open()).toBe(0);
});
