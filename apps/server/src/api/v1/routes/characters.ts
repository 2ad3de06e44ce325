import type { AnyDrawOptions } from '@avatar/worker-pool';
import { drawPerson, readWords, type Drawing } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import { disconnectSignal } from '../../../http/disconnect.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { drawingRequest, drawnAnswer } from '../map/drawing.js';
import {
  describeBodySchema,
  descriptionSchema,
  drawBodySchema,
  drawnSchema,
  type Person,
} from '../schemas/character.js';
import { problems } from '../schemas/problems.js';

/** Words and a character are small. */
const BODY_BYTES = 65_536;

/** `POST /v1/characters/describe` and `…/draw`: a person from words, and their picture. No photo, and no model. */
export function characterRoutes(app: ZodApp, services: Services): void {
  app.post(
    '/v1/characters/describe',
    {
      bodyLimit: BODY_BYTES,
      config: { rateLimit: {} },
      schema: {
        operationId: 'describeCharacter',
        tags: ['characters'],
        summary: 'Read words about a person into a character; free',
        body: describeBodySchema,
        response: { 200: descriptionSchema, ...problems },
      },
    },
    (request) => {
      const { spec, understood, unsupported } = readWords(request.body.text);
      return { spec: spec as Person, understood: [...understood], unsupported: [...unsupported] };
    },
  );

  app.post(
    '/v1/characters/draw',
    {
      bodyLimit: BODY_BYTES,
      config: { rateLimit: {}, idempotent: true },
      schema: {
        operationId: 'drawCharacter',
        tags: ['characters'],
        summary:
          'Draw a person from words or from a character, still, in motion or as a 3-D bust; one credit, previews are free',
        body: drawBodySchema,
        response: { 200: drawnSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { config, ...parts } = services;
      const answerOf = (drawing: Drawing<AnyDrawOptions>) => {
        const content = drawnAnswer(drawing, request.body);
        return { content, headers: { 'x-credits-charged': String(content.credits_charged) } };
      };
      const drawing = await drawPerson(
        { ...parts, deadlineMs: config.limits.deadlineMs, pricePerCoreHour: config.pricePerCoreHour },
        accountOf(request),
        drawingRequest(request.body),
        {
          signal: disconnectSignal(reply),
          // The picture is nowhere else: who repeats a request whose server died gets it from there.
          onCharged: async (transaction, charged) => request.keepAnswer?.(transaction, answerOf(charged)),
        },
      );
      const { content, headers } = answerOf(drawing);
      return reply.headers(headers).send(content);
    },
  );
}
