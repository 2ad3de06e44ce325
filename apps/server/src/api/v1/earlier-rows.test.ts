import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.test-support.js';

let world: TestServer;
beforeAll(async () => {
  world = await startTestServer();
});
afterAll(() => world[Symbol.asyncDispose]());

/** The answer of the API's first version, as it was stored word for word. */
const FACTS = {
  style: 'noir',
  platform: 'linkedin',
  background: 'studio_light',
  palette: null,
  mode: 'max',
  style_intensity: 0.7,
  seed: 7,
  size: 800,
  format: 'png',
  delivered: 'avatar',
  face_detected: true,
  face_count: 1,
  face_coverage: 0.31,
  likeness_score: 0.88,
  likeness_cosine: 0.61,
  likeness_model: 'sface@1',
  input_quality_score: 0.9,
  decision: 'accept',
  validation_warnings: [{ code: 'dark', message: 'The photo is dark.', measured: 0.1, threshold: 0.2 }],
  attempts: 1,
  attempt_reports: [
    {
      attempt: 0,
      style_intensity: 0.7,
      decision: 'accept',
      likeness_score: 0.88,
      checks: [{ check: 'likeness', status: 'passed', measured: 0.88, threshold: 0.85 }],
    },
  ],
  timings: { load: 1.5 },
};
const ID = `avt_${'1'.repeat(32)}`;

test('what the first version stored is answered as it was then', async () => {
  const { id, headers } = await world.account();
  const request = { options: { style: 'noir' }, delivery: 'url', sessionId: 's-1', callbackId: 'cb' };
  const result = {
    facts: { ...FACTS, input_id: `inp_${'2'.repeat(32)}` },
    kept: { avatarKey: 'out_1', thumbnailKey: 'thm_1', expiresAt: '2030-01-01T00:00:00.000Z' },
  };
  await world.server.services.database.query(
    `insert into generations (id, account_id, kind, status, request, result, session_id, credits_charged)
     values ($1, $2, 'generate', 'succeeded', $3, $4, 's-1', 1)`,
    [ID, id, JSON.stringify(request), JSON.stringify(result)],
  );
  await world.server.services.database.query(
    `insert into job_events (generation_id, delivery, position, type, data)
     values ($1, 1, 0, 'stage-end', '{"stage":"load","attempt":0,"duration_ms":12}')`,
    [ID],
  );

  const job = await world.app.inject({ url: `/v1/jobs/${ID}`, headers });
  expect(job.statusCode).toBe(200);
  const answer = job.json<{ result: Record<string, unknown> }>().result;
  expect(answer).toMatchObject({
    ...FACTS,
    input_id: `inp_${'2'.repeat(32)}`,
    session_id: 's-1',
    callback_id: 'cb',
    credits_charged: 1,
    expires_at: '2030-01-01T00:00:00.000Z',
  });
  expect(answer.avatar_url).toContain('/v1/files/out_1?expires=');

  const events = await world.app.inject({
    url: `/v1/jobs/${ID}/events`,
    headers: { ...headers, accept: 'text/event-stream' },
  });
  expect(events.body).toContain('"duration_ms":12');
  expect(events.body).toContain('event: result');
});
