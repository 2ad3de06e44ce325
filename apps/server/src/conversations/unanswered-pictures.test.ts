import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { photo, startTestServer, type TestServer } from '../testing/test-server.test-support.js';
import { giveBackOld } from './unanswered-pictures.js';

let world: TestServer;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
});
afterAll(() => world[Symbol.asyncDispose]());

const payer = async (credits: number) => {
  const { id, headers } = await world.account({ billing: 'credits' }, credits);
  const say = (message: string, more: object = {}) =>
    world.app.inject({
      method: 'POST',
      url: '/chat',
      headers,
      payload: { message, stream: false, ...more },
    });
  const { billing, database } = world.server.services;
  const credit = async () => (await billing.balance(id)).credits;
  const pictures = async () => {
    const kept = `select 1 from stored_objects where account_id = $1 and kind = 'output'`;
    return (await database.query(kept, [id])).rows.length;
  };
  return { say, credit, pictures };
};
const selfie = { image_urls: [`data:image/jpeg;base64,${photo('face')}`] };
const parts = () => world.server.services.conversations.unanswered;
const left = async () => (await parts().database.query('select 1 from unanswered_pictures')).rows.length;

test.each<[string, string, object]>([
  ['a photo', 'make me a cartoon', selfie],
  ['a drawn person', 'a bald man', {}],
])(
  'what %s was charged for is given back, once, when the answer is never written down',
  async (_what, message, more) => {
    const { say, credit, pictures } = await payer(2);
    await say('hello');
    // As a server that dies between the charge and the answer.
    const { store } = world.server.services.conversations;
    const lost = [
      vi.spyOn(store, 'save').mockRejectedValueOnce(new Error('gone')),
      vi.spyOn(parts().billing, 'refund').mockRejectedValue(new Error('gone')),
      vi.spyOn(parts().store, 'refund').mockRejectedValue(new Error('gone')),
    ];
    expect((await say(message, more)).statusCode).toBe(500);
    lost.forEach((one) => one.mockRestore());
    expect([await credit(), await left()]).toEqual([1, 1]);
    // While it may still be answered nothing is given back.
    await giveBackOld(parts());
    expect([await credit(), await left()]).toEqual([1, 1]);
    expect(await pictures()).toBe(1);
    await giveBackOld(parts(), 0);
    expect([await credit(), await left(), await pictures()]).toEqual([2, 0, 0]);
    await giveBackOld(parts(), 0);
    expect(await credit()).toBe(2);
    // The same message again is charged once in all.
    expect((await say(message, more)).json()).toMatchObject({ status: 'ok' });
    await giveBackOld(parts(), 0);
    expect([await credit(), await left()]).toEqual([1, 0]);
  },
);

test('of several pictures those are given back that were made before one failed', async () => {
  const { say, credit } = await payer(4);
  await say('make me a cartoon', selfie);
  expect(await credit()).toBe(3);
  const { acceptance } = world.server.services;
  const run = acceptance.run.bind(acceptance);
  const failing = vi
    .spyOn(acceptance, 'run')
    .mockImplementationOnce(run)
    .mockImplementationOnce(() => Promise.reject(new Error('broken')));
  expect((await say('three variations')).statusCode).toBe(500);
  failing.mockRestore();
  expect([await credit(), await left()]).toEqual([3, 0]);
});
