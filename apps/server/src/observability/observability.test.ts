import { once } from 'node:events';
import { connect } from 'node:net';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { AvatarError } from '@avatar/stage';
import Fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localServer } from '../net/hostile-server.test-support.js';
import { errorRecord } from './error-record.js';
import { fastifyLogging, logFailure, loggerOptions, useRequestLog } from './logging.js';
import { createMetrics, type Metrics } from './metrics.js';
import { startMetricsServer } from './metrics-server.js';
import { startTelemetry, traceRequests, traceStages } from './telemetry.js';

const SECRET = 'grandma-at-the-beach';

describe('logs', () => {
  let lines: string[];
  let app: FastifyInstance;
  beforeEach(async () => {
    lines = [];
    app = Fastify(fastifyLogging({ level: 'trace', stream: { write: (line) => void lines.push(line) } }));
    useRequestLog(app, (request) => (request.headers['x-account'] ? 'acc_1' : undefined));
    app.post('/v1/things/:id', async (request) => {
      request.log.info({ req: request }, 'inside');
      return { ok: true };
    });
    app.get('/broken', async () => {
      throw Object.assign(new Error(`insert failed, params: ${SECRET}`), { code: '23505' });
    });
    app.setErrorHandler((error, request, reply) => {
      logFailure(request, error);
      return reply.code(500).send({});
    });
    await app.ready();
  });
  afterEach(() => app.close());
  const parsed = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('have one line a request, with its route, account, status and time', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: `/v1/things/${SECRET}?signature=${SECRET}&file=${SECRET}.jpg`,
      headers: { 'x-account': '1', 'x-api-key': SECRET, authorization: `Bearer ${SECRET}`, cookie: SECRET },
      payload: { photo: SECRET },
    });
    expect(lines.join('')).not.toContain(SECRET);
    const line = parsed().at(-1);
    expect(line).toMatchObject({
      level: 'info',
      message: 'request',
      accountId: 'acc_1',
      method: 'POST',
      route: '/v1/things/:id',
      status: 200,
      service: 'avatar-server',
    });
    expect(line?.['ms']).toBeTypeOf('number');
    expect(line?.['requestId']).toBe(answer.headers['x-request-id']);
    expect(parsed()[0]).toMatchObject({ req: { method: 'POST', route: '/v1/things/:id' } });
  });

  it('say where an unexpected error came from, and not what it quotes', async () => {
    expect((await app.inject('/broken')).statusCode).toBe(500);
    expect(lines.join('')).not.toContain(SECRET);
    expect(JSON.stringify(parsed())).toContain('observability.test.ts');
    expect(parsed().find(({ err }) => err)).toMatchObject({ err: { code: '23505', type: 'Error' } });
    expect(parsed().at(-1)).toMatchObject({ level: 'error', status: 500 });
  });

  it('say nothing of an address that no route has', async () => {
    await app.inject(`/${SECRET}?${SECRET}`);
    expect(lines.join('')).not.toContain(SECRET);
  });

  it('take over a request id that is one, and make their own otherwise', async () => {
    const idOf = async (id: string) =>
      (await app.inject({ url: '/broken', headers: { 'x-request-id': id } })).headers['x-request-id'];
    expect(await idOf('abc-1.2_3')).toBe('abc-1.2_3');
    expect(await idOf('a"b\\n')).toMatch(/^[\w-]{36}$/);
    expect(await idOf('x'.repeat(101))).toMatch(/^[\w-]{36}$/);
  });

  it('hide secrets that somebody logs all the same', () => {
    const logger = pino(loggerOptions('info'), { write: (line: string) => void lines.push(line) });
    logger.info({ authorization: SECRET, deep: { 'x-api-key': SECRET, signature: SECRET }, key: SECRET });
    expect(lines.at(-1)).toContain('(redacted)');
    expect(lines.join('')).not.toContain(SECRET);
  });
});

describe('errorRecord', () => {
  it('tells all of our own errors, and the kind of others, down to the cause', () => {
    const cause = new Error(SECRET, { cause: 'text' });
    const record = errorRecord(
      new AvatarError('timeout', 'It took too long', { reason: 'deadline', facts: { ms: 3 }, cause }),
    );
    expect(record).toMatchObject({
      type: 'AvatarError',
      message: 'It took too long',
      code: 'timeout',
      reason: 'deadline',
      facts: { ms: 3 },
      cause: { type: 'Error', cause: { type: 'string' } },
    });
    expect(record.stack).toContain('at ');
    expect(JSON.stringify(record)).not.toContain(SECRET);
    expect(errorRecord(undefined).type).toBe('undefined');
  });

  it('says of a connection which one was refused', async () => {
    const [error] = (await once(connect(1, '127.0.0.1'), 'error').catch((reason: unknown) => [reason])) as [
      Error,
    ];
    expect(errorRecord(error).message).toContain('ECONNREFUSED 127.0.0.1:1');
    const ofFile = await readFile('/nowhere/of-grace.jpg').catch((reason: unknown) => reason);
    expect(JSON.stringify(errorRecord(ofFile).message)).not.toContain('grace');
  });

  it('does not follow causes in a circle', () => {
    const error = new Error('a');
    error.cause = error;
    expect(JSON.stringify(errorRecord(error)).length).toBeLessThan(20_000);
  });
});

describe('metrics', () => {
  let metrics: Metrics;
  beforeEach(() => {
    metrics = createMetrics(['anime_character']);
  });
  const text = () => metrics.registry.metrics();
  let isReady = true;
  const readiness = async () => [{ name: 'models', ready: isReady }];

  it('are served on a port of their own', async () => {
    const server = await startMetricsServer(
      { registry: metrics.registry, readiness },
      { host: '127.0.0.1', port: 0 },
    );
    const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain('process_resident_memory_bytes');
    expect((await fetch(`http://127.0.0.1:${server.port}/`)).status).toBe(404);
    await server.close();
  });

  it('have liveness and readiness beside them, for processes that have no other address', async () => {
    const server = await startMetricsServer(
      { registry: metrics.registry, readiness },
      { host: '127.0.0.1', port: 0 },
    );
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${server.port}${path}`)).status;
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200]);
    isReady = false;
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503]);
    await server.close();
  });

  it('count requests by route, and those without an answer', async () => {
    const app = Fastify();
    metrics.watchRequests(app);
    let finish = (): void => undefined;
    app.get('/slow/:id', () => new Promise((done) => (finish = () => done({}))));
    const sent = app.inject('/slow/17');
    await expect.poll(text).toContain('avatar_requests_in_flight 1');
    finish();
    await sent;
    await expect.poll(text).toContain('avatar_requests_in_flight 0');
    expect(await text()).toContain(
      'avatar_request_seconds_count{method="GET",route="/slow/:id",status="200"} 1',
    );
    await app.close();
  });

  it('tell what generations were', async () => {
    const finished = { platform: 'discord', outcome: 'succeeded', decision: 'accept' } as const;
    metrics.generationFinished({ ...finished, style: 'anime_character', likenessScore: 0.8, attempts: 3 });
    metrics.generationFinished({ ...finished, style: 'acc_1_secret_style' });
    metrics.choiceMade('anime_character', 'discord', 'declined');
    metrics.stageEvent({ type: 'stage-end', stage: 'load', attempt: 0, durationMs: 20 });
    metrics.stageEvent({ type: 'stage-start', stage: 'load', attempt: 0 });
    metrics.workerRestarted('deadline');
    metrics.webhookTried('retried');
    const exposed = await text();
    for (const line of [
      'avatar_generations_total{style="anime_character",platform="discord",outcome="succeeded",decision="accept"} 1',
      'avatar_generations_total{style="custom",platform="discord",outcome="succeeded",decision="accept"} 1',
      'avatar_retries_total{style="anime_character",platform="discord"} 2',
      'avatar_likeness_bucket{le="0.8",style="anime_character"} 1',
      'avatar_likeness_bucket{le="0.75",style="anime_character"} 0',
      'avatar_choices_total{style="anime_character",platform="discord",choice="declined"} 1',
      'avatar_stage_seconds_bucket{le="0.025",stage="load"} 1',
      'avatar_stage_seconds_bucket{le="0.01",stage="load"} 0',
      'avatar_worker_restarts_total{reason="deadline"} 1',
      'avatar_webhook_attempts_total{outcome="retried"} 1',
    ])
      expect(exposed).toContain(line);
    expect(exposed).not.toContain('secret');
  });

  it('look at queues when somebody asks', async () => {
    let looks = 0;
    metrics.watchQueues(() => ({ waiting: 3, busyWorkers: 2, queuedJobs: 10 + looks++ }));
    await text();
    const exposed = await text();
    expect(looks).toBe(2);
    for (const line of ['avatar_queue_waiting 3', 'avatar_workers_busy 2', 'avatar_jobs_queued 11'])
      expect(exposed).toContain(line);
  });
});

describe('telemetry', () => {
  it('is nothing without an endpoint', async () => {
    const stop = await startTelemetry(undefined);
    traceStages()({ type: 'stage-start', stage: 'load', attempt: 0 });
    await stop();
  });

  it('sends spans of requests and stages, without what is personal', async () => {
    const bodies: Buffer[] = [];
    const collector = await localServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        bodies.push(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
        response.end();
      });
    });
    const endpoint = `http://127.0.0.1:${collector.port}`;
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = endpoint;
    process.env['OTEL_METRICS_EXPORTER'] = 'none';
    process.env['OTEL_LOGS_EXPORTER'] = 'none';
    const stop = await startTelemetry(endpoint);
    const app = Fastify();
    traceRequests(app);
    app.get('/things/:id', () => {
      const trace = traceStages();
      trace({ type: 'stage-start', stage: 'styleApply', attempt: 0 });
      trace({ type: 'stage-end', stage: 'styleApply', attempt: 0, durationMs: 1 });
      return {};
    });
    await app.inject(`/things/${SECRET}?x=${SECRET}`);
    await app.close();
    await stop();
    await collector.close();
    const sent = Buffer.concat(bodies).toString('latin1');
    expect(collector.requests.join(' ')).toContain('/v1/traces');
    for (const text of ['GET /things/:id', 'styleApply', 'avatar-server', 'http.response.status_code'])
      expect(sent).toContain(text);
    expect(sent).not.toContain(SECRET);
  });
});
