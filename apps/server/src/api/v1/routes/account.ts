import { z } from 'zod';
import { usageByDay } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { periodOf, periodShape } from '../map/period.js';
import { accountSchema, usageSchema } from '../schemas/account.js';
import { problems } from '../schemas/problems.js';

/** What an account has, what it may, and what it used. */
export function accountRoutes(app: ZodApp, { billing, config: { limits }, database }: Services): void {
  app.get(
    '/v1/account',
    {
      schema: {
        operationId: 'getAccount',
        tags: ['account'],
        summary: 'Balance and limits of the account, and what this key may do',
        response: { 200: accountSchema, ...problems },
      },
    },
    async (request) => {
      const { id, name, settings } = accountOf(request);
      const balance = await billing.balance(id);
      return {
        id,
        name,
        billing: balance.billing,
        credits: balance.credits,
        reserved_credits: balance.reservedCredits,
        seats: balance.seats,
        used_seats: balance.usedSeats,
        limits: {
          requests_per_minute: settings.requestsPerMinute ?? limits.requestsPerMinute,
          reads_per_minute: settings.readsPerMinute ?? limits.readsPerMinute,
          max_queued_jobs: settings.maxQueuedJobs ?? limits.maxQueuedJobsOfAccount,
        },
        scopes: [...(request.keyScopes ?? [])],
      };
    },
  );

  app.get(
    '/v1/usage',
    {
      schema: {
        operationId: 'getUsage',
        tags: ['account'],
        summary: 'Generations, credits and cost by day',
        querystring: z.object(periodShape),
        response: { 200: usageSchema, ...problems },
      },
    },
    async (request) => {
      const { from, to } = periodOf(request.query);
      const days = await usageByDay(database, accountOf(request).id, from, to);
      return {
        from: from.toISOString(),
        to: to.toISOString(),
        days: days.map(({ creditsCharged, ...day }) => ({ ...day, credits_charged: creditsCharged })),
      };
    },
  );
}
