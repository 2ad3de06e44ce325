import { EventSource } from 'eventsource';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from '../../testing/test-server.test-support.js';

let world: TestServer;
let baseUrl: string;
let apiKey: string;
let openai: OpenAI;
beforeAll(async () => {
  world = await startTestServer();
  baseUrl = await world.app.listen({ host: '127.0.0.1', port: 0 });
  ({
    headers: { 'x-api-key': apiKey },
  } = await world.account());
  openai = new OpenAI({ baseURL: `${baseUrl}/v1`, apiKey, maxRetries: 0 });
});
afterAll(() => world[Symbol.asyncDispose]());

const MODEL = 'eachsense/beta';
const selfie = { type: 'image_url', image_url: { url: `data:image/png;base64,${photo('face')}` } } as const;

describe('the official client of OpenAI', () => {
  test('gets an answer', async () => {
    const answer = await openai.chat.completions.create({
      model: MODEL,
      messages: [
        { role: 'system', content: 'You are an artist.' },
        { role: 'user', content: [{ type: 'text', text: 'make me a cartoon' }, selfie] },
      ],
    });
    expect(answer).toMatchObject({ object: 'chat.completion', model: MODEL });
    expect(answer.choices[0]).toMatchObject({ finish_reason: 'stop', message: { role: 'assistant' } });
    expect(answer.choices[0].message.content).toContain('/v1/files/out_');
    expect(answer.usage?.total_tokens).toBeGreaterThan(0);
    expect(answer as unknown).toMatchObject({
      session_id: 'default',
      task_id: expect.stringMatching(/^tsk_/),
      generations: [{ media_type: 'image' }],
      avatar: { recipe: { style: 'cartoon' } },
    });
  });

  test('gets a stream, with the events beside the text', async () => {
    const stream = await openai.chat.completions.create({
      model: 'anything',
      stream: true,
      stream_options: { include_usage: true },
      messages: [{ role: 'user', content: 'a woman with a red bob' }],
      ...({ session_id: 'streamed' } as object),
    });
    let text = '';
    const events: unknown[] = [];
    const finishes: unknown[] = [];
    let usage: unknown;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? '';
      if (chunk.choices[0]?.finish_reason) finishes.push(chunk.choices[0].finish_reason);
      const { eachlabs } = chunk as unknown as { eachlabs?: { type: string } };
      if (eachlabs) events.push(eachlabs.type);
      usage = chunk.usage ?? usage;
    }
    expect(text).toContain('/v1/files/out_');
    expect(finishes).toEqual(['stop']);
    expect(events).toEqual(expect.arrayContaining(['thinking_delta', 'generation_response', 'complete']));
    expect(usage).toMatchObject({ total_tokens: expect.any(Number) });
  });

  test('lists models, and throws its own errors', async () => {
    const models = [];
    for await (const { id, object } of openai.models.list()) models.push([id, object]);
    expect(models).toContainEqual([MODEL, 'model']);
    const stranger = new OpenAI({ baseURL: `${baseUrl}/v1`, apiKey: 'avatar_wrong', maxRetries: 0 });
    const asked = { model: MODEL, messages: [{ role: 'user' as const, content: 'hi' }] };
    await expect(stranger.chat.completions.create(asked)).rejects.toThrow(OpenAI.AuthenticationError);
    const { headers } = await world.account({ billing: 'credits' }, 0);
    const poor = new OpenAI({ baseURL: `${baseUrl}/v1`, apiKey: headers['x-api-key'], maxRetries: 0 });
    const unpaid = { ...asked, messages: [{ role: 'user' as const, content: 'a bald man' }] };
    await expect(poor.chat.completions.create(unpaid)).rejects.toMatchObject({
      status: 422,
      code: 'insufficient-credits',
      message: expect.stringContaining('Failed to create prediction: HTTP 422'),
    });
  });
});

test('an EventSource hears the events of a message, to the last', async () => {
  const url = `${baseUrl}/chat?message=${encodeURIComponent('a bald man in a suit')}&stream=true&session_id=es`;
  const source = new EventSource(url, {
    fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, 'x-api-key': apiKey } }),
  });
  const heard = await new Promise<string[]>((resolve, reject) => {
    const events: string[] = [];
    source.addEventListener('message', ({ data }: { data: string }) => {
      events.push(data);
      if (data === '[DONE]') resolve(events);
    });
    source.addEventListener('error', (error) => reject(new Error(error.message)));
  });
  source.close();
  expect(heard.at(-1)).toBe('[DONE]');
  const types = heard.slice(0, -1).map((data) => (JSON.parse(data) as { type: string }).type);
  expect([types[0], types.at(-1)]).toEqual(['thinking_delta', 'complete']);
  expect(types).toContain('generation_response');
});
