import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { schema } from '../../database/index.js';
import { ApiError, notFound } from '../../errors/index.js';
import {
  checkPhotoFields,
  generationRequest,
  jobResponse,
  newId,
  type GenerationRow,
} from '../../generations/index.js';
import { submitJobs } from '../../jobs/index.js';
import { accountOf } from '../authentication.js';
import { presenterFor } from '../base-url.js';
import { batchArchive } from '../batch-archive.js';
import { reserve } from '../reservation.js';
import { batchBodySchema } from '../schemas/avatar-options.js';
import { batchSchema } from '../schemas/avatar-response.js';
import { problems } from '../schemas/problems.js';
import type { Services } from '../services.js';
import type { ZodApp } from '../zod-app.js';

const { batches, generations } = schema;
const params = z.object({ id: z.string().regex(/^bat_[0-9a-f]{32}$/) });

/** Many photos, one style and one seed. */
export function batchRoutes(app: ZodApp, services: Services): void {
  app.post(
    '/v1/avatar/batch',
    {
      config: { multipart: 'many', idempotent: true, rateLimit: {} },
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
      const account = accountOf(request);
      const { items, ...options } = request.body;
      const { maxBatchItems } = services.config.limits;
      if (items.length > maxBatchItems)
        throw new ApiError('invalid-request', `/items: a batch has at most ${maxBatchItems} photos`);
      items.forEach((item, index) => checkPhotoFields(item, undefined, `/items/${index}`));
      if (options.callback_url !== undefined) services.callbackFetch.check(options.callback_url);
      const batchId = newId('bat');
      const jobs = items.map(({ reference, ...photo }) => ({
        id: newId('avt'),
        photo,
        request: generationRequest(
          { ...options, reference, session_id: undefined, delivery: 'url', input_id: photo.input_id },
          account.settings,
          false,
        ),
      }));
      try {
        for (const { id, request: made } of jobs) await reserve(services, account, id, made.reference);
        const batch = { id: batchId, request: { ...options } };
        await submitJobs(services, { accountId: account.id, items: jobs, batch });
      } catch (error) {
        for (const { id } of jobs) await services.billing.release(services.database.orm, id);
        throw error;
      }
      const rows = await batchItems(services, account.id, batchId);
      const answer = batchResponse(batchId, rows, request);
      return reply.code(202).header('location', answer.links.self).send(answer);
    },
  );

  const batchResponse = (
    id: string,
    rows: readonly GenerationRow[],
    request: Parameters<typeof presenterFor>[0],
  ) => {
    const presenter = presenterFor(request, services);
    const count = (status: schema.GenerationStatus) => rows.filter((row) => row.status === status).length;
    const counts = {
      queued: count('queued'),
      running: count('running'),
      succeeded: count('succeeded'),
      failed: count('failed'),
      cancelled: count('cancelled'),
    };
    return {
      id,
      status: counts.queued + counts.running === 0 ? ('finished' as const) : ('running' as const),
      size: rows.length,
      counts,
      items: rows.map((row) => jobResponse(row, presenter)),
      created_at: rows[0].createdAt.toISOString(),
      links: {
        self: `${presenter.baseUrl}/v1/batches/${id}`,
        archive: `${presenter.baseUrl}/v1/batches/${id}/archive.zip`,
      },
    };
  };

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
    async (request) =>
      batchResponse(
        request.params.id,
        await batchItems(services, accountOf(request).id, request.params.id),
        request,
      ),
  );

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
      const rows = await batchItems(services, accountOf(request).id, request.params.id);
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${request.params.id}.zip"`)
        .send(batchArchive(services.archive, rows));
    },
  );
}

/** In the order in which the photos were sent. @throws ApiError `not-found` */
async function batchItems({ database }: Services, accountId: string, id: string): Promise<GenerationRow[]> {
  const rows = await database.orm
    .select({ generation: generations })
    .from(generations)
    .innerJoin(batches, eq(batches.id, generations.batchId))
    .where(and(eq(batches.id, id), eq(batches.accountId, accountId)))
    .orderBy(asc(generations.batchIndex));
  if (rows.length === 0) throw notFound('batch');
  return rows.map(({ generation }) => generation);
}
