import type { FastifyRequest } from 'fastify';
import { batchRecords } from '../../generations/index.js';
import { accountOf } from '../../http/authentication.js';
import { useProblemShape } from '../../http/error-handler.js';
import type { BoundAnswer } from '../../http/idempotency.js';
import type { ZodApp } from '../../http/zod-app.js';
import type { Services } from '../services.js';
import { describedPictures } from '../vendors/described-pictures.js';
import { jobIdOf, KONPRO } from './konpro.js';
import { konproProblem } from './problem-shape.js';
import { konproProblems, photoBodySchema, startedSchema } from './schemas.js';

/** KonPro's one route, with errors in its shape. Register it in a scope of its own. */
export function konproRoutes(app: ZodApp, services: Services): void {
  useProblemShape(app, konproProblem);
  const boundAnswer = async (request: FastifyRequest, boundTo: string): Promise<BoundAnswer> => {
    const [record] = await batchRecords(services.database, accountOf(request).id, boundTo);
    if (record === undefined) return { kind: 'again' };
    return { kind: 'answer', send: (reply) => reply.send(started(record.id)) };
  };
  app.post(
    '/v1/photo_avatar/photo/generate',
    {
      config: { rateLimit: {}, idempotent: true, boundAnswer },
      schema: {
        operationId: 'konproGeneratePhoto',
        tags: ['konpro'],
        summary: 'Make a picture of a person in words; one credit',
        body: photoBodySchema,
        response: { 200: startedSchema, ...konproProblems },
      },
    },
    async (request) => {
      const { callback_url: callbackUrl, callback_id: callbackId, ...attributes } = request.body;
      const items = describedPictures(attributes, 1, { api: KONPRO, callbackUrl, callbackId });
      const batch = { items, kept: { api: KONPRO } };
      const { records } = await services.acceptance.submitDrawn(accountOf(request), batch, request.bindKey);
      return started(records[0].id);
    },
  );
}

const started = (id: string) => ({
  job_id: jobIdOf(id),
  status: 'processing' as const,
  message: 'Avatar generation started successfully',
});
