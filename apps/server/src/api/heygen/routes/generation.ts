import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound } from '../../../errors/index.js';
import { batchRecords, type GenerationRecord } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { BoundAnswer } from '../../../http/idempotency.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { presenterFor } from '../../v1/map/presenter.js';
import { describedPictures } from '../../vendors/described-pictures.js';
import { envelope, heygenProblems, inEnvelope } from '../envelope.js';
import { HEYGEN } from '../heygen.js';
import { hexOf, idOf } from '../ids.js';
import { generationAnswer } from '../map/generation-answer.js';
import { generateBodySchema, generationSchema, startedSchema } from '../schemas/generation.js';

/** Pictures to choose from, as many as the vendor makes. */
export const PICTURES = 4;

/** Pictures of a person in words, and how they are doing. */
export function generationRoutes(app: ZodApp, services: Services): void {
  app.post(
    '/v2/photo_avatar/photo/generate',
    {
      config: { rateLimit: {}, idempotent: true, boundAnswer: startedAnswer },
      schema: {
        operationId: 'heygenGeneratePhotos',
        tags: ['heygen'],
        summary: `Make ${PICTURES} pictures of a person in words; a credit each`,
        body: generateBodySchema,
        response: { 200: envelope(startedSchema), ...heygenProblems },
      },
    },
    async (request) => {
      const { callback_url: callbackUrl, callback_id: callbackId, ...attributes } = request.body;
      const items = describedPictures(attributes, PICTURES, { api: HEYGEN, callbackUrl, callbackId });
      const batch = { items, kept: { api: HEYGEN } };
      const { id } = await services.acceptance.submitDrawn(accountOf(request), batch, request.bindKey);
      return inEnvelope({ generation_id: hexOf(id) });
    },
  );

  app.get(
    '/v2/photo_avatar/generation/:id',
    {
      schema: {
        operationId: 'heygenGetGeneration',
        tags: ['heygen'],
        summary: 'How pictures are doing, and where they are',
        params: z.object({ id: z.string() }),
        response: { 200: envelope(generationSchema), ...heygenProblems },
      },
    },
    async (request) => {
      const { id } = request.params;
      const records = await recordsOf(services, request, id);
      return inEnvelope(generationAnswer(id, records, presenterFor(request, services)));
    },
  );
}

/** Once it is tied to a key, a generation is there. */
export const startedAnswer = async (_request: FastifyRequest, boundTo: string): Promise<BoundAnswer> => ({
  kind: 'answer',
  send: (reply) => reply.send(inEnvelope({ generation_id: hexOf(boundTo) })),
});

/** @throws ApiError `not-found` */
async function recordsOf(
  { database }: Services,
  request: FastifyRequest,
  hex: string,
): Promise<readonly GenerationRecord[]> {
  const batchId = idOf('bat', hex);
  const records = batchId === undefined ? [] : await batchRecords(database, accountOf(request).id, batchId);
  if (records[0]?.request.api !== HEYGEN) throw notFound('generation');
  return records;
}
