import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from '../../testing/test-server.test-support.js';
import type { ChatAnswer } from './schemas.js';

/** A language model of the operator's, on this machine. */
let heard: string[] = [];
let answer: (response: ServerResponse) => void;
const model = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    heard.push(Buffer.concat(chunks).toString());
    answer(response);
  });
});
const says = (given: unknown) => (response: ServerResponse) =>
  response.end(JSON.stringify({ choices: [{ message: { content: JSON.stringify(given) } }] }));

let world: TestServer;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  world = await startTestServer({
    env: {
      AVATAR_INTERPRETER_URL: `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`,
      AVATAR_INTERPRETER_MODEL: 'small',
      AVATAR_INTERPRETER_TIMEOUT_MS: '500',
    },
  });
  ({ headers } = await world.account());
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  model.closeAllConnections();
  model.close();
});
beforeEach(() => {
  heard = [];
});

const SELFIE = photo('face of nobody else');
const say = async (message: string, session: string, more: object = {}, who = headers) => {
  const payload = { message, session_id: session, stream: false, ...more };
  const response = await world.app.inject({ method: 'POST', url: '/chat', headers: who, payload });
  return response.json<ChatAnswer>();
};

test('what the rules do not understand is drawn as the model says, and undone as everything is', async () => {
  await say('a bald man in a green hoodie', 'sea');
  expect(heard).toEqual([]);
  answer = says({ english: 'with the sea behind', edits: [{ set: 'background', to: 'beach_sunset' }] });
  const drawn = await say('mit dem Meer dahinter', 'sea');
  expect(drawn).toMatchObject({
    status: 'ok',
    generations: [{ media_type: 'image' }],
    avatar: { recipe: { background: 'beach_sunset' }, character: { hair: { style: 'bald' } } },
  });
  expect((await say('undo', 'sea')).avatar.recipe).not.toHaveProperty('background');
  expect(heard).toHaveLength(1);
});

test('no photo leaves, nor anything measured of it', async () => {
  answer = says({ edits: [{ set: 'style', to: 'noir' }] });
  const drawn = await say('so wie ein alter Krimi', 'noir', {
    image_urls: [`data:image/jpeg;base64,${SELFIE}`],
  });
  expect(drawn).toMatchObject({ status: 'ok', avatar: { recipe: { subject: 'photo', style: 'noir' } } });
  await say('yes', 'noir');
  await say('as a character', 'noir');
  await say('etwas anders', 'noir');
  // Beside the instructions, which are the same for everybody.
  const sent = heard
    .flatMap((body) => (JSON.parse(body) as { messages: { content: string }[] }).messages.slice(1))
    .map(({ content }) => content)
    .join('');
  expect(heard.length).toBeGreaterThan(1);
  expect(sent).not.toContain(SELFIE);
  expect(sent).not.toMatch(/inp_|out_|data:|hair|bun/);
});

test.each<[string, (response: ServerResponse) => void]>([
  ['rubbish', (response) => response.end('Sure!')],
  ['500', (response) => response.writeHead(500).end()],
  ['nothing', () => undefined],
  ['a field of its own', says({ edits: [{ set: 'light', to: 'warm', photo: 'inp_1' }] })],
  ['a photo that is not there', says({ edits: [{ set: 'subject', to: 'photo' }] })],
])('%s from it: the rules ask, nothing changes and nothing is charged', async (what, answering) => {
  const { id, headers: payer } = await world.account({ billing: 'credits' }, 2);
  await say('a bald man', what, {}, payer);
  const before = (await say('hello', what, {}, payer)).avatar.recipe;
  answer = answering;
  const asked = await say('noch schöner', what, {}, payer);
  expect(asked).toMatchObject({ status: 'awaiting_input', generations: [], avatar: { recipe: before } });
  expect(heard).toHaveLength(1);
  expect(await world.server.services.billing.balance(id)).toMatchObject({ credits: 1 });
});

test('it is asked for nobody who cannot pay, and nothing that the policy refuses', async () => {
  answer = says({ edits: [{ person: { hair: { style: 'bun' } } }] });
  const { headers: poor } = await world.account({ billing: 'credits' }, 0);
  expect(await say('eine Frau mit Dutt', 'poor', {}, poor)).toMatchObject({ status: 'awaiting_input' });
  expect(await say('a naked woman', 'refused')).toMatchObject({ status: 'refused' });
  expect(heard).toEqual([]);
  // What is refused only in English is refused too.
  answer = says({ english: 'a naked woman', edits: [{ person: {} }] });
  expect(await say('eine nackte Frau', 'refused')).toMatchObject({ status: 'refused', generations: [] });
});
