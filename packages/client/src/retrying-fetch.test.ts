import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryingFetch } from './retrying-fetch.js';

describe('retryingFetch', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const post = (headers: Record<string, string> = { 'idempotency-key': 'k' }, signal?: AbortSignal) =>
    new Request('http://server/', { method: 'POST', body: 'photo', headers, ...(signal && { signal }) });

  function server(...answers: (number | Error)[]) {
    const bodies: string[] = [];
    const send = retryingFetch(async (request) => {
      bodies.push(await request.text());
      const answer = answers[bodies.length - 1];
      if (answer instanceof Error) throw answer;
      return new Response('body', { status: answer, headers: { 'retry-after': '3' } });
    }, 2);
    const run = async (request: Request) => {
      const outcome = send(request).then(({ status }) => status, String);
      await vi.runAllTimersAsync();
      return outcome;
    };
    return { bodies, run, send };
  }

  it.each([[503], [429], [409], [new TypeError('connection lost')]])(
    'sends again after %s, with the body',
    async (first) => {
      const { run, bodies } = server(first, first, 200);
      expect(await run(post())).toBe(200);
      expect(bodies).toEqual(['photo', 'photo', 'photo']);
    },
  );

  it('gives up after two repetitions, with the last answer or error', async () => {
    expect(await server(503, 503, 503).run(post())).toBe(503);
    const lost = new Error('lost');
    expect(await server(lost, lost, lost).run(post())).toBe('Error: lost');
  });

  it.each([200, 400, 402, 422, 500, 504])('does not repeat %d', async (status) => {
    const { run, bodies } = server(status);
    expect(await run(post())).toBe(status);
    expect(bodies).toHaveLength(1);
  });

  it('repeats nothing that could do harm twice', async () => {
    const { run, bodies } = server(503, 200);
    expect(await run(post({}))).toBe(503);
    expect(bodies).toHaveLength(1);
    expect(await server(503, 200).run(new Request('http://server/', { method: 'DELETE' }))).toBe(200);
  });

  it('waits as long as the server asks', async () => {
    const { send, bodies } = server(503, 200);
    const sent = send(post());
    await vi.advanceTimersByTimeAsync(2_900);
    expect(bodies).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect((await sent).status).toBe(200);
  });

  it('stops waiting when the caller does', async () => {
    const controller = new AbortController();
    const { send, bodies } = server(503, 200);
    const sent = send(post(undefined, controller.signal));
    const rejected = expect(sent).rejects.toThrow('enough');
    await vi.advanceTimersByTimeAsync(100);
    controller.abort(new Error('enough'));
    await rejected;
    expect(bodies).toHaveLength(1);
  });
});
