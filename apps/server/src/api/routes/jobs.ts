import { z } from 'zod';
import { notFound } from '../../errors/index.js';
import { jobResponse } from '../../generations/index.js';
import { accountOf } from '../authentication.js';
import { presenterFor } from '../base-url.js';
import { disconnectSignal } from '../disconnect.js';
import { followJob } from '../follow-job.js';
import { jobSchema } from '../schemas/avatar-response.js';
import { problems } from '../schemas/problems.js';
import type { Services } from '../services.js';
import type { ZodApp } from '../zod-app.js';

const params = z.object({ id: z.string().regex(/^avt_[0-9a-f]{32}$/) });

/** Jobs: look, follow, cancel. */
export function jobRoutes(app: ZodApp, services: Services, closing: AbortSignal): void {
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
      const row = await services.store.find(accountOf(request).id, request.params.id);
      if (row === undefined) throw notFound('job');
      return jobResponse(row, presenterFor(request, services));
    },
  );

  app.get(
    '/v1/jobs/:id/events',
    {
      sse: 'only',
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
      const row = await services.store.find(accountId, request.params.id);
      if (row === undefined) throw notFound('job');
      const events = followJob(services, {
        accountId,
        id: row.id,
        after: Number.parseInt(reply.sse.lastEventId ?? '0', 10) || 0,
        presenter: presenterFor(request, services),
        // Whoever follows comes back to the next process with `Last-Event-ID`.
        signal: AbortSignal.any([disconnectSignal(reply), closing]),
      });
      for await (const { id, event, data } of events)
        await reply.sse.send({ event, data, ...(id !== undefined && { id }) });
    },
  );

  app.delete(
    '/v1/jobs/:id',
    {
      schema: {
        operationId: 'cancelJob',
        tags: ['jobs'],
        summary: 'Cancel a job; nothing is charged, and its photo is deleted',
        params,
        response: { 200: jobSchema, ...problems },
      },
    },
    async (request) => {
      const row = await services.store.cancel(accountOf(request).id, request.params.id);
      if (row === undefined) throw notFound('job');
      await services.archive.removeOf(row.id, ['queued']);
      await services.signals.send('cancelled', row.id);
      return jobResponse(row, presenterFor(request, services));
    },
  );
}
