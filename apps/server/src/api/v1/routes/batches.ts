import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiError, notFound } from '../../../errors/index.js';
import { batchRecords, cancelBatch, idPattern, type GenerationRecord } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { batchArchive } from '../batch-archive.js';
import { batchAnswer } from '../map/avatar-answer.js';
import { batchRequests } from '../map/avatar-request.js';
import { presenterFor } from '../map/presenter.js';
import { batchBodySchema } from '../schemas/avatar-options.js';
import { batchSchema } from '../schemas/avatar-response.js';
import { MANY_PHOTOS_FORM } from '../schemas/forms.js';
import { problems } from '../schemas/problems.js';

const params = z.object({ id: z.string().regex(idPattern('bat')) });

/** Many photos, one style and one seed. */
export function batchRoutes(app: ZodApp, services: Services): void {
  sendRoute(app, services);
  lookRoute(app, services);
  archiveRoute(app, services);
  cancelRoute(app, services);
}

function sendRoute(app: ZodApp, services: Services): void {
  app.post(
    '/v1/avatar/batch',
    {
      config: { form: MANY_PHOTOS_FORM, idempotent: true, rateLimit: {} },
      schema: {
        operationId: 'generateBatch',
        tags: ['batches'],
        summary: 'Make avatars of many photos in one style',
        description:
          'Answers 202 at once. Every photo has its own result or error; one that cannot be used fails alone.',
        body: batchBodySchema,
        response: { 202: batchSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { items, ...kept } = request.body;
      const { maxBatchItems } = services.config.limits;
      if (items.length > maxBatchItems)
        throw new ApiError('invalid-request', `/items: a batch has at most ${maxBatchItems} photos`);
      const batch = { items: batchRequests(request.body), kept };
      const { acceptance } = services;
      const { id, records } = await acceptance.submitBatch(accountOf(request), batch, request.bindKey);
      const answer = batchAnswer(id, records, presenterFor(request, services));
      return reply.code(202).header('location', answer.links.self).send(answer);
    },
  );
}

function lookRoute(app: ZodApp, services: Services): void {
  app.get(
    '/v1/batches/:id',
    {
      schema: {
        operationId: 'getBatch',
        tags: ['batches'],
        summary: 'How a batch is doing, with the result or error of every photo',
        params,
        response: { 200: batchSchema, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params;
      return batchAnswer(id, await recordsOf(services, request, id), presenterFor(request, services));
    },
  );
}

function archiveRoute(app: ZodApp, services: Services): void {
  app.get(
    '/v1/batches/:id/archive.zip',
    {
      schema: {
        operationId: 'getBatchArchive',
        tags: ['batches'],
        summary: 'The avatars of a batch that are finished, with a list of all results, as a ZIP file',
        params,
        response: {
          200: { description: 'A ZIP file', content: { 'application/zip': { schema: z.any() } } },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const records = await recordsOf(services, request, id);
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${id}.zip"`)
        .send(await batchArchive(services.archive, records));
    },
  );
}

function cancelRoute(app: ZodApp, services: Services): void {
  app.delete(
    '/v1/batches/:id',
    {
      config: { scope: 'create' },
      schema: {
        operationId: 'cancelBatch',
        tags: ['batches'],
        summary:
          'Cancel what of a batch has not ended; nothing is charged for it, and its photos are deleted',
        params,
        response: { 200: batchSchema, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params;
      const records = await cancelBatch(services, accountOf(request).id, id);
      if (records.length === 0) throw notFound('batch');
      return batchAnswer(id, records, presenterFor(request, services));
    },
  );
}

/** @throws ApiError `not-found` */
async function recordsOf(
  { database }: Services,
  request: FastifyRequest,
  id: string,
): Promise<readonly GenerationRecord[]> {
  const records = await batchRecords(database, accountOf(request).id, id);
  if (records.length === 0) throw notFound('batch');
  return records;
}
