import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { disconnectSignal } from './disconnect.js';

test.each([true, false])(
  'a caller who is gone is noticed, before it is asked for or behind: %s',
  async (isBefore) => {
    const app = Fastify();
    const told = new EventEmitter();
    app.get('/', async (_request, reply) => {
      const gone = once(reply.raw, 'close');
      const early = isBefore ? undefined : disconnectSignal(reply);
      told.emit('arrived');
      await gone;
      told.emit('noticed', early ?? disconnectSignal(reply));
    });
    const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const caller = connect(Number(port), '127.0.0.1');
    const arrived = once(told, 'arrived');
    const noticed = once(told, 'noticed') as Promise<[AbortSignal]>;
    caller.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await arrived;
    caller.destroy();
    const [signal] = await noticed;
    expect(signal).toMatchObject({ aborted: true, reason: { code: 'cancelled' } });
    await app.close();
  },
);

test('a caller who has the answer is not gone', async () => {
  const app = Fastify();
  let signal: AbortSignal | undefined;
  app.get('/', async (_request, reply) => {
    signal = disconnectSignal(reply);
    return {};
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  await (await fetch(address)).text();
  await app.close();
  expect(signal?.aborted).toBe(false);
});
