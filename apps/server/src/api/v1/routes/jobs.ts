import { z } from 'zod';
import { notFound } from '../../../errors/index.js';
import { cancelJob, followGeneration, idPattern, jobPage } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import { disconnectSignal } from '../../../http/disconnect.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { jobAnswer } from '../map/avatar-answer.js';
import { eventMessage } from '../map/event-message.js';
import { presenterFor } from '../map/presenter.js';
import { jobSchema } from '../schemas/avatar-response.js';
import { problems } from '../schemas/problems.js';

/** `job_…` is what KonPro's clients call the same. */
const params = z.object({
  id: z
    .string()
    .regex(/^(avt|job)_[0-9a-f]{32}$/)
    .transform((id) => id.replace(/^job_/, 'avt_')),
});

/** Jobs: list, look, follow, cancel. */
export function jobRoutes(app: ZodApp, services: Services, closing: AbortSignal): void {
  listRoute(app, services);
  lookRoute(app, services);
  followRoute(app, services, closing);
  cancelRoute(app, services);
}

function listRoute(app: ZodApp, services: Services): void {
  app.get(
    '/v1/jobs',
    {
      schema: {
        operationId: 'listJobs',
        tags: ['jobs'],
        summary: 'Jobs and synchronous requests of the account, newest first',
        querystring: z.object({
          limit: z.coerce.number<string>().int().min(1).max(100).default(20),
          before: z.string().regex(idPattern('avt')).optional().describe('`next` of the page before'),
          status: jobSchema.shape.status.optional(),
        }),
        response: { 200: z.object({ items: z.array(jobSchema), next: z.string().nullable() }), ...problems },
      },
    },
    async (request) => {
      const { id: accountId } = accountOf(request);
      const { records, next = null } = await jobPage(services.database, accountId, request.query);
      const presenter = presenterFor(request, services);
      return { items: records.map((record) => jobAnswer(record, presenter)), next };
    },
  );
}

function lookRoute(app: ZodApp, services: Services): void {
  app.get(
    '/v1/jobs/:id',
    {
      schema: {
        operationId: 'getJob',
        tags: ['jobs'],
        summary: 'How a job is doing, and its result',
        params,
        response: { 200: jobSchema, ...problems },
      },
    },
    async (request) => {
      const record = await services.store.find(accountOf(request).id, request.params.id);
      if (record === undefined) throw notFound('job');
      return jobAnswer(record, presenterFor(request, services));
    },
  );
}

function followRoute(app: ZodApp, services: Services, closing: AbortSignal): void {
  app.get(
    '/v1/jobs/:id/events',
    {
      // Whatever a client says that it accepts: there is nothing else to be had here.
      sse: 'manual',
      schema: {
        operationId: 'followJob',
        tags: ['jobs'],
        summary: 'Follow a job: its stages as server-sent events, then `result` or `error`',
        description: 'Take it up again with `Last-Event-ID`: what was told meanwhile comes first.',
        params,
        headers: z.object({ 'last-event-id': z.string().optional() }),
        response: {
          200: {
            description: 'Events, until the job has ended',
            content: { 'text/event-stream': { schema: z.string() } },
          },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { id: accountId } = accountOf(request);
      const { id } = request.params;
      if ((await services.store.find(accountId, id)) === undefined) throw notFound('job');
      const presenter = presenterFor(request, services);
      const followed = followGeneration(services, {
        accountId,
        id,
        after: Math.min(Number.parseInt(reply.sse.lastEventId ?? '0', 10) || 0, Number.MAX_SAFE_INTEGER),
        // Whoever follows comes back to the next process with `Last-Event-ID`.
        signal: AbortSignal.any([disconnectSignal(reply), closing]),
      });
      for await (const one of followed) await reply.sse.send(eventMessage(one, presenter));
    },
  );
}

function cancelRoute(app: ZodApp, services: Services): void {
  app.delete(
    '/v1/jobs/:id',
    {
      config: { scope: 'create' },
      schema: {
        operationId: 'cancelJob',
        tags: ['jobs'],
        summary: 'Cancel a job; nothing is charged, and its photo is deleted',
        params,
        response: { 200: jobSchema, ...problems },
      },
    },
    async (request) => {
      const record = await cancelJob(services, accountOf(request).id, request.params.id);
      if (record === undefined) throw notFound('job');
      return jobAnswer(record, presenterFor(request, services));
    },
  );
}
