import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { EMPTY_STATE, type ConversationState } from '../recipe/state.js';
import { chatCompletionsInterpreter } from './chat-completions.js';
import { checkInterpretation } from './check-interpretation.js';
import { understandMessage } from './understand-message.js';

/** A server that speaks as OpenAI's does, on this machine. */
interface Heard {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: { messages: { role: string; content: string }[] } & Record<string, unknown>;
}
let heard: Heard[];
let answer: (response: ServerResponse, request: IncomingMessage) => void;
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { authorization } = request.headers;
    heard.push({ path: request.url, authorization, body: JSON.parse(Buffer.concat(chunks).toString()) });
    answer(response, request);
  });
});
let baseUrl: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  heard = [];
});

const says = (content: string) => (response: ServerResponse) =>
  response
    .setHeader('content-type', 'application/json')
    .end(JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content } }] }));
const GOOD = '{"edits":[{"set":"light","to":"warm"}]}';
const MESSAGE = 'Ich hätte gern das Meer dahinter';
const STATE: ConversationState = {
  now: {
    recipe: { subject: 'character', look: 'flat', mode: 'max', seed: 3 },
    character: { hair: { style: 'bob' } },
  },
  past: [],
};
const onFailure = vi.fn();
const understood = (timeoutMs = 5_000) =>
  understandMessage(MESSAGE, STATE, {
    interpret: chatCompletionsInterpreter({ baseUrl: `${baseUrl}/`, model: 'small', apiKey: 'secret' }),
    timeoutMs,
    onFailure,
  });

test.each([
  ['as it is', (json: string) => json],
  ['in a fence', (json: string) => `\`\`\`json\n${json}\n\`\`\``],
])('a good answer %s', async (_how, written) => {
  const json = '{"english":"the sea behind me","edits":[{"set":"background","to":"beach_sunset"}]}';
  answer = says(written(json));
  expect(await understood()).toMatchObject({
    kind: 'change',
    edits: [{ set: 'background', to: 'beach_sunset' }],
  });
  const [{ path, authorization, body }] = heard;
  expect([path, authorization]).toEqual(['/v1/chat/completions', 'Bearer secret']);
  expect(body).toMatchObject({
    model: 'small',
    temperature: 0,
    messages: [{ role: 'system' }, { role: 'user' }],
  });
  // The recipe and the message, and nothing else of the conversation.
  expect(JSON.parse(body.messages[1].content)).toEqual({ recipe: STATE.now.recipe, message: MESSAGE });
});

test('the instructions name only what the schema takes', async () => {
  answer = says('{"edits":[]}');
  await understood();
  const [{ content }] = heard[0].body.messages;
  const listed = (key: string) =>
    new RegExp(`(?:^|; )${key.replace('.', '\\.')}(?: \\([^)]*\\))?: ([^;\\n]+)`, 'm')
      .exec(content)?.[1]
      .replace(/, or .*/, '')
      .split(', ') ?? [];
  for (const key of ['style', 'look', 'background', 'palette', 'light', 'expression', 'platform', 'mode']) {
    expect(listed(key).length, key).toBeGreaterThan(1);
    for (const to of listed(key)) checkInterpretation({ edits: [{ set: key, to }] });
  }
  for (const path of ['hair.style', 'clothing.style', 'glasses.style', 'headwear.style', 'age']) {
    expect(listed(path).length, path).toBeGreaterThan(3);
    for (const value of listed(path))
      checkInterpretation({ edits: [{ character: { op: 'set', path, value } }] });
  }
  expect(content.length).toBeLessThan(6_000);
});

test.each<[string, (response: ServerResponse) => void, object]>([
  ['rubbish', says('Sure! I will put you on the beach.'), { reason: 'bad-answer' }],
  ['no choice', (response) => response.end('{"choices":[]}'), { reason: 'bad-answer' }],
  ['500', (response) => response.writeHead(500).end('{}'), { facts: { status: 500 } }],
  ['a refused key', (response) => response.writeHead(401).end(), { facts: { status: 401 } }],
  ['too much', says(GOOD + ' '.repeat(200_000)), { reason: 'bad-answer' }],
  [
    'a redirect',
    (response) =>
      heard.length > 1
        ? says(GOOD)(response)
        : response.writeHead(307, { location: `${baseUrl}/chat/completions` }).end(),
    { name: 'TypeError' },
  ],
  ['nothing, ever', () => undefined, { code: 'timeout' }],
  ['a first byte and nothing more', (response) => response.write('{'), { code: 'timeout' }],
  [
    'fields of its own',
    says('{"edits":[{"set":"light","to":"warm","webhook":"https://example.com"}]}'),
    { reason: 'not-edits' },
  ],
  ['a photo of its own', says('{"edits":[{"set":"photo","to":"inp_1"}]}'), { reason: 'not-edits' }],
])('%s: the answer is that of the rules', async (_what, answering, failure) => {
  answer = answering;
  onFailure.mockClear();
  expect(await understood(failure && 'code' in failure ? 200 : 5_000)).toEqual(
    await understandMessage(MESSAGE, STATE),
  );
  expect(heard).toHaveLength(1);
  expect(onFailure).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(failure));
  // Nothing of what was said is in an error.
  expect(String(onFailure.mock.calls[0][0])).not.toContain('Meer');
});

test('nobody is asked where nobody is configured', async () => {
  expect((await understandMessage(MESSAGE, EMPTY_STATE)).kind).toBe('ask');
  expect(heard).toEqual([]);
});
