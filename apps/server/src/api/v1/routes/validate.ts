import { examinePhoto } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import { disconnectSignal } from '../../../http/disconnect.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { avatarRequest } from '../map/avatar-request.js';
import { validateBodySchema } from '../schemas/avatar-options.js';
import { ONE_PHOTO_FORM } from '../schemas/forms.js';
import { problems } from '../schemas/problems.js';
import { validationOf, validationSchema } from '../schemas/validation.js';

/** `POST /v1/avatar/validate`: what `generate` would say of the photo, and what it would cost. Free. */
export function validateRoute(app: ZodApp, services: Services): void {
  app.post(
    '/v1/avatar/validate',
    {
      config: { form: ONE_PHOTO_FORM, rateLimit: {} },
      schema: {
        operationId: 'validatePhoto',
        tags: ['avatars'],
        summary: 'Check a photo before an avatar is made of it; free',
        body: validateBodySchema,
        response: { 200: validationSchema, ...problems },
      },
    },
    async (request, reply) => {
      const parts = {
        ...services,
        inputTtlMs: services.config.ttl.inputMs,
        pricePerCoreHour: services.config.pricePerCoreHour,
      };
      const asked = avatarRequest(request.body);
      const examination = await examinePhoto(parts, accountOf(request), asked, disconnectSignal(reply));
      const { analysis, inputId, predicted } = examination;
      return { ...validationOf(analysis), ...(inputId !== undefined && { input_id: inputId }), predicted };
    },
  );
}
