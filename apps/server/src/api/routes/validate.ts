import { generationRequest, photoBytes, cacheInput, checkPhotoFields } from '../../generations/index.js';
import { accountOf } from '../authentication.js';
import { disconnectSignal } from '../disconnect.js';
import { validateBodySchema } from '../schemas/avatar-options.js';
import { problems } from '../schemas/problems.js';
import { validationOf, validationSchema } from '../schemas/validation.js';
import type { Services } from '../services.js';
import type { ZodApp } from '../zod-app.js';
import { predictedCost } from '../predicted-cost.js';

/** `POST /v1/avatar/validate`: what `generate` would say of the photo, and what it would cost. Free. */
export function validateRoute(app: ZodApp, services: Services): void {
  app.post(
    '/v1/avatar/validate',
    {
      config: { multipart: 'one', rateLimit: {} },
      schema: {
        operationId: 'validatePhoto',
        tags: ['avatars'],
        summary: 'Check a photo before an avatar is made of it; free',
        body: validateBodySchema,
        response: { 200: validationSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const { id: accountId, settings } = accountOf(request);
      checkPhotoFields(body, body.session_id);
      const isNewPhoto =
        body.input_id === undefined && (body.image ?? body.image_url ?? body.image_base64) !== undefined;
      const { options, cacheInput: isToBeKept, sessionId } = generationRequest(body, settings, isNewPhoto);
      const signal = disconnectSignal(reply);
      const photo = await photoBytes(services.photos, body, { accountId, sessionId, signal });
      const analysis = await services.pool.validate(photo, { input: options.input }, { signal });
      const isUsable = analysis.refusal === undefined;
      const inputId =
        isToBeKept && isUsable
          ? await cacheInput(services.archive, photo, {
              accountId,
              sessionId,
              ttlMs: services.config.ttl.inputMs,
            })
          : body.input_id;
      const predicted = await predictedCost(services, accountId, options.style);
      return { ...validationOf(analysis), ...(inputId !== undefined && { input_id: inputId }), predicted };
    },
  );
}
