import type { StageEvent } from '@avatar/stage';
import type { RestartReason } from '@avatar/worker-pool';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { routeOf } from './logging.js';

/** What a finished generation was. */
export interface FinishedGeneration {
  readonly style: string;
  readonly platform: string;
  readonly outcome: 'succeeded' | 'failed' | 'cancelled';
  readonly decision?: string | undefined;
  /** 0 to 1. */
  readonly likenessScore?: number | undefined;
  /** Retries included, at least 1. */
  readonly attempts?: number | undefined;
}

/** The instruments of one process. All names begin with `avatar_`. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts and times the requests of a server. */
  readonly watchRequests: (app: FastifyInstance) => void;
  /** Takes every event of a run. */
  readonly stageEvent: (event: StageEvent) => void;
  readonly generationFinished: (generation: FinishedGeneration) => void;
  /** What people did with an avatar; the decline rate is the share of `declined`. */
  readonly choiceMade: (style: string, platform: string, choice: 'accepted' | 'declined') => void;
  readonly workerRestarted: (reason: RestartReason) => void;
  readonly webhookTried: (outcome: string) => void;
  /** Measures that are looked up when somebody asks. */
  readonly watchQueues: (look: () => QueueState | Promise<QueueState>) => void;
}

export interface QueueState {
  /** Requests that wait for a worker of this process. */
  readonly waiting: number;
  /** Workers of this process that are busy. */
  readonly busyWorkers: number;
  /** Jobs of all processes that nobody has begun. */
  readonly queuedJobs: number;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64];
const LIKENESS = [0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1];

/**
 * @param knownStyles styles that get a label of their own; those that accounts brought are counted together as
 * `custom`, because
 * their names are theirs and their number has no bound
 */
export function createMetrics(knownStyles: readonly string[]): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `avatar_${name}_total`, help, labelNames, registers });
  const histogram = <L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    buckets: number[],
  ) => new Histogram({ name: `avatar_${name}`, help, labelNames, buckets, registers });

  const requests = histogram('request_seconds', 'Requests, by route', ['method', 'route', 'status'], SECONDS);
  const inFlight = new Gauge({
    name: 'avatar_requests_in_flight',
    help: 'Requests without an answer yet',
    registers,
  });
  const stages = histogram('stage_seconds', 'Stages of the pipeline', ['stage'], SECONDS);
  const retries = counter('retries', 'Attempts after the first one', ['style', 'platform']);
  const finished = counter('generations', 'Finished generations', [
    'style',
    'platform',
    'outcome',
    'decision',
  ]);
  const likeness = histogram('likeness', 'Likeness of delivered avatars', ['style'], LIKENESS);
  const choices = counter('choices', 'Avatars that people took or left', ['style', 'platform', 'choice']);
  const restarts = counter('worker_restarts', 'Workers that were replaced', ['reason']);
  const webhooks = counter('webhook_attempts', 'Attempts to deliver a webhook', ['outcome']);
  const known = new Set(knownStyles);
  const styleLabel = (style: string): string => (known.has(style) ? style : 'custom');

  return {
    registry,
    watchRequests: (app) => {
      app.addHook('onRequest', async () => inFlight.inc());
      app.addHook('onResponse', async (request, reply) => {
        inFlight.dec();
        const labels = { method: request.method, route: routeOf(request), status: reply.statusCode };
        requests.observe(labels, reply.elapsedTime / 1000);
      });
      // No answer was sent, so `onResponse` does not come.
      app.addHook('onRequestAbort', async (request) => {
        if (!request.raw.complete) inFlight.dec();
      });
    },
    stageEvent: (event) => {
      if (event.type === 'stage-end') stages.observe({ stage: event.stage }, event.durationMs / 1000);
    },
    generationFinished: ({
      style: token,
      platform,
      outcome,
      decision = 'none',
      likenessScore,
      attempts = 1,
    }) => {
      const style = styleLabel(token);
      finished.inc({ style, platform, outcome, decision });
      if (attempts > 1) retries.inc({ style, platform }, attempts - 1);
      if (likenessScore !== undefined) likeness.observe({ style }, likenessScore);
    },
    choiceMade: (style, platform, choice) => choices.inc({ style: styleLabel(style), platform, choice }),
    workerRestarted: (reason) => restarts.inc({ reason }),
    webhookTried: (outcome) => webhooks.inc({ outcome }),
    watchQueues: (look) => watchQueues(registry, look),
  };
}

function watchQueues(registry: Registry, look: () => QueueState | Promise<QueueState>): void {
  const registers = [registry];
  const waiting = new Gauge({
    name: 'avatar_queue_waiting',
    help: 'Requests that wait for a worker',
    registers,
  });
  const busy = new Gauge({ name: 'avatar_workers_busy', help: 'Workers that run a model', registers });
  new Gauge({
    name: 'avatar_jobs_queued',
    help: 'Jobs that nobody has begun, over all processes',
    registers,
    // One look serves all three.
    async collect() {
      const state = await look();
      waiting.set(state.waiting);
      busy.set(state.busyWorkers);
      this.set(state.queuedJobs);
    },
  });
}
