import { z } from 'zod';
import { figuresOf, type StyleFigures } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { periodOf, periodShape } from '../map/period.js';
import { analyticsSchema } from '../schemas/analytics.js';
import { problems } from '../schemas/problems.js';

/** `GET /v1/analytics`: the figures of an account, which hold nothing of anybody. */
export function analyticsRoute(app: ZodApp, { database }: Services): void {
  app.get(
    '/v1/analytics',
    {
      schema: {
        operationId: 'getAnalytics',
        tags: ['feedback'],
        summary: 'Decline rate, likeness, retries and cost by style and platform',
        querystring: z.object(periodShape),
        response: { 200: analyticsSchema, ...problems },
      },
    },
    async (request) => {
      const { from, to } = periodOf(request.query);
      const figures = await figuresOf(database, accountOf(request).id, from, to);
      return { from: from.toISOString(), to: to.toISOString(), rows: figures.map(rowOf) };
    },
  );
}

const rowOf = (figures: StyleFigures) => ({
  style: figures.style,
  platform: figures.platform,
  generations: figures.generations,
  succeeded: figures.succeeded,
  failed: figures.failed,
  review: figures.review,
  accepted: figures.accepted,
  declined: figures.declined,
  decline_rate: share(figures.declined, figures.accepted + figures.declined),
  mean_likeness: figures.meanLikeness,
  mean_attempts: figures.meanAttempts,
  retry_rate: share(figures.retried, figures.succeeded),
  median_latency_ms: figures.medianLatencyMs,
  cost: figures.cost,
  cost_per_avatar: share(figures.cost, figures.succeeded),
  credits_charged: figures.creditsCharged,
});

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
