import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AvatarApiError, createAvatarClient, type AvatarClient, type AvatarEvent } from '@avatar/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.test-support.js';

const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);

describe('the client', () => {
  let opened: TestServer;
  let client: AvatarClient;
  let connect: (apiKey: string) => AvatarClient;
  beforeAll(async () => {
    opened = await startTestServer();
    const baseUrl = await opened.app.listen({ host: '127.0.0.1', port: 0 });
    connect = (apiKey) => createAvatarClient({ baseUrl: `${baseUrl}/`, apiKey });
    const { headers } = await opened.account({ billing: 'credits' }, 50);
    client = connect(headers['x-api-key']);
  });
  afterAll(() => opened[Symbol.asyncDispose]());

  const errorOf = async (work: Promise<unknown>): Promise<AvatarApiError> => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof AvatarApiError)) throw new Error('Expected an AvatarApiError', { cause: error });
    return error;
  };
  const all = async (events: AsyncIterable<AvatarEvent>): Promise<AvatarEvent[]> => {
    const seen: AvatarEvent[] = [];
    for await (const event of events) seen.push(event);
    return seen;
  };

  it('makes an avatar of bytes, whose link works', async () => {
    const avatar = await client.generate(bytes('photo'), { platform: 'linkedin', seed: 7, reference: 'ann' });
    expect(avatar).toMatchObject({ status: 'succeeded', seed: 7, reference: 'ann', credits_charged: 1 });
    const picture = await fetch(avatar.avatar_url ?? '');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('makes one of a photo that the server keeps', async () => {
    const first = await client.generate(new Blob([bytes('photo')]), { cache_input: true });
    const second = await client.generate({ inputId: first.input_id ?? '' }, { style: 'anime_character' });
    expect(second.style).toBe('anime_character');
  });

  it('reads words, and draws the person that they describe', async () => {
    const { spec, understood } = await client.describe('a man with a grey moustache');
    expect(understood.map(({ path }) => path)).toContain('facial_hair.style');
    const picture = await client.draw(spec, { look: 'flat', size: 512, format: 'svg' });
    expect(picture).toMatchObject({ look: 'flat', size: 512, format: 'svg', credits_charged: 1 });
    expect(picture.character).toMatchObject({ facial_hair: { style: 'moustache' } });
    const preview = await client.draw('a man', { mode: 'eco', size: 200 });
    expect(preview).toMatchObject({ size: 200, credits_charged: 0 });
    expect(await errorOf(client.describe('a naked man'))).toMatchObject({ reason: 'content-policy' });
  });

  it('holds a conversation: words, a photo, what comes of it', async () => {
    const conversation = { session_id: 'ann' };
    const drawn = await client.say('A woman with a silver bob, as a flat drawing', conversation);
    expect(drawn).toMatchObject({ status: 'ok', session_id: 'ann', avatar: { recipe: { look: 'flat' } } });
    expect(drawn.generations).toHaveLength(1);

    const events = [];
    for await (const event of client.chat('a headshot for linkedin', {
      session_id: 'bob',
      photos: [bytes('photo')],
    }))
      events.push(event);
    const types = new Set(events.map(({ type }) => type));
    expect([...types]).toEqual([
      'thinking_delta',
      'status',
      'execution_started',
      'execution_progress',
      'text_response',
      'generation_response',
      'execution_completed',
      'complete',
    ]);
    const last = events.at(-1);
    expect(last?.type === 'complete' && last.avatar.recipe).toMatchObject({ platform: 'linkedin' });
  });

  it('says what is wrong with a message, and what is refused', async () => {
    expect(await errorOf(client.say(''))).toMatchObject({ status: 400, problem: undefined });
    const poor = connect((await opened.account({ billing: 'credits' }, 0)).headers['x-api-key']);
    expect(await errorOf(poor.say('a man with a beard'))).toMatchObject({
      status: 422,
      code: 'insufficient-credits',
    });
    expect(await client.say('a naked man')).toMatchObject({ status: 'refused', code: 'content-policy' });
  });

  it('is charged once for a key, however often it is sent', async () => {
    const call = { idempotencyKey: 'once' };
    const first = await client.generate(bytes('photo'), { seed: 1 }, call);
    expect(await client.generate(bytes('photo'), { seed: 1 }, call)).toEqual(first);
    expect(await errorOf(client.generate(bytes('photo'), { seed: 2 }, call))).toMatchObject({
      status: 422,
      code: 'idempotency-request-differs',
    });
  });

  it('tells of the stages, then of the result', async () => {
    const events = await all(client.stream(bytes('photo')));
    expect(events.map(({ type }) => type)).toEqual(['accepted', 'stage-start', 'stage-end', 'result']);
    const last = events.at(-1);
    expect(last?.type === 'result' && last.data.likeness_score).toBe(0.88);
  });

  it('queues, follows and waits', async () => {
    const job = await client.submit(bytes('photo slow:200'));
    expect(['queued', 'running']).toContain(job.status);
    const events = await all(client.followJob(job.id));
    expect(events.map(({ type }) => type)).toEqual(['stage-start', 'stage-end', 'result']);
    const ended = await client.waitForJob(job.id, { everyMs: 10 });
    expect(ended).toMatchObject({ status: 'succeeded', result: { id: job.id } });
  });

  it('waits for a job that fails, and says why', async () => {
    const job = await client.submit(bytes('refuse'));
    const ended = await client.waitForJob(job.id, { everyMs: 10 });
    expect(ended).toMatchObject({ status: 'failed', error: { code: 'input-rejected', reason: 'no-face' } });
    expect((await all(client.followJob(job.id))).at(-1)).toMatchObject({ type: 'error' });
  });

  it('sends a batch of files with their names for people', async () => {
    const batch = await client.submitBatch(
      [{ photo: bytes('photo a'), reference: 'ann' }, { photo: bytes('photo b') }],
      { style: 'corporate_headshot' },
    );
    expect(batch.items.map(({ reference }) => reference)).toEqual(['ann', undefined]);
    for (const { id } of batch.items)
      expect((await client.waitForJob(id, { everyMs: 10 })).status).toBe('succeeded');
  });

  it('checks a photo', async () => {
    const checked = await client.validate(bytes('photo'));
    expect(checked).toMatchObject({ usable: true, face_count: 1, predicted: { credits: 1 } });
  });

  it('has typed errors', async () => {
    expect(await errorOf(client.generate(bytes('refuse')))).toMatchObject({
      status: 422,
      code: 'input-rejected',
      reason: 'no-face',
      message: 'No face was found. Please take another photo.',
    });
    expect(await errorOf(connect('avatar_none').generate(bytes('photo')))).toMatchObject({
      status: 401,
      code: 'unauthorized',
    });
    expect(await errorOf(client.waitForJob(`avt_${'0'.repeat(32)}`))).toMatchObject({ status: 404 });
    const { headers } = await opened.account({ billing: 'credits' });
    expect(await errorOf(connect(headers['x-api-key']).generate(bytes('photo')))).toMatchObject({
      status: 402,
      code: 'insufficient-credits',
    });
  });

  it('stops when it is told to, with the reason that it is given', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const work = client.generate(bytes('photo slow:5000'), {}, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 50);
    await expect(work).rejects.toBe(reason);
    const job = await client.submit(bytes('photo slow:2000'));
    const waiting = client.waitForJob(job.id, { signal: AbortSignal.abort(reason) });
    await expect(waiting).rejects.toBe(reason);
    await client.api.DELETE('/v1/jobs/{id}', { params: { path: { id: job.id } } });
  });

  it('has every other route with its types', async () => {
    const { data } = await client.api.GET('/v1/styles');
    expect(data?.styles.map(({ token }) => token)).toContain('corporate_headshot');
  });
});

describe('a job that is followed over a connection that breaks', () => {
  it('is taken up again behind the last event', async () => {
    const lastIds: (string | null)[] = [];
    const events = (text: string) => new Response(text, { headers: { 'content-type': 'text/event-stream' } });
    const client = createAvatarClient({
      baseUrl: 'http://server',
      apiKey: 'k',
      fetch: async ({ headers }) => {
        lastIds.push(headers.get('last-event-id'));
        if (lastIds.length === 1) return events('id: 4\nevent: stage-start\ndata: {}\n\nid: 5\nevent: stage');
        return events('event: result\ndata: {"id":"avt_1"}\n\n');
      },
    });
    const seen: string[] = [];
    for await (const { type } of client.followJob('avt_1')) seen.push(type);
    expect(seen).toEqual(['stage-start', 'result']);
    expect(lastIds).toEqual([null, '4']);
  });
});

/** Runs a script of the repository to its end. */
const run = (script: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...words], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { ...process.env, ...env },
  });

it('is generated from the API as it is', async () => {
  expect((await run('scripts/build-client.ts', ['--check'])).stdout).toContain('up to date');
});

it('makes an avatar in the example', async () => {
  await using opened = await startTestServer();
  const url = await opened.app.listen({ host: '127.0.0.1', port: 0 });
  const { headers } = await opened.account();
  const avatar = join(opened.dataDir, 'avatar.png');
  const { stdout } = await run(
    'examples/04-client/make-avatar.ts',
    ['examples/photos/grace-hopper.jpg', avatar],
    {
      AVATAR_URL: url,
      AVATAR_API_KEY: headers['x-api-key'],
    },
  );
  expect(stdout).toMatch(/quality 0\.9, 0 credits\nload \d+ ms\naccept, likeness 0\.88/);
  expect((await readFile(avatar)).subarray(1, 4).toString()).toBe('PNG');
});
