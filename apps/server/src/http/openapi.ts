import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { ZodApp } from './zod-app.js';
import { withPlainNames } from './openapi-components.js';
import { withForms } from './openapi-forms.js';
import { withHeaders } from './openapi-headers.js';

/** An uploaded file has no JSON form: `withForms` describes it. */
const zodToJsonConfig = { unrepresentable: 'any' } as const;
const transform = createJsonSchemaTransform({ zodToJsonConfig });
const transformObject = createJsonSchemaTransformObject({ zodToJsonConfig });

/** Describes every route that is registered after it. */
export async function useOpenApi(app: FastifyInstance): Promise<void> {
  const idempotent = new Set<string>();
  app.addHook('onRoute', ({ schema, config }) => {
    const { operationId } = (schema ?? {}) as { operationId?: string };
    if (config?.idempotent === true && operationId !== undefined) idempotent.add(operationId);
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Avatar API',
        version: '1.0.0',
        description: 'Turns a casual photo into an avatar fit for a platform.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: [
        { name: 'avatars', description: 'Make avatars, check photos' },
        { name: 'characters', description: 'People from words, drawn without a photo' },
        { name: 'batches', description: 'Many photos in one style' },
        { name: 'styles', description: 'Styles of your own, made of example pictures' },
        { name: 'jobs', description: 'Work that goes on after the answer' },
        { name: 'feedback', description: 'Choices, review and figures' },
        { name: 'account', description: 'Balance, limits and use' },
        { name: 'webhooks', description: 'Messages to your own servers' },
        { name: 'storage', description: 'What is kept, and how to delete it' },
        { name: 'catalogue', description: 'What requests can name' },
        { name: 'each::sense', description: 'Conversations about an avatar, in the protocol of each::sense' },
        { name: 'heygen', description: "Photo avatars as HeyGen's clients ask for them" },
        { name: 'konpro', description: "A picture of a person in words as KonPro's clients ask for it" },
        { name: 'face-avatar', description: 'Pictures that keep one face as Face Avatar has them' },
        { name: 'operations', description: 'For whoever runs the server' },
      ],
      components: {
        securitySchemes: {
          apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
          bearer: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ apiKey: [] }, { bearer: [] }],
    },
    transform,
    transformObject: (document) =>
      withHeaders(withPlainNames(withForms(transformObject(document) as Record<string, unknown>)), (id) =>
        idempotent.has(id),
      ) as never,
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
}

export function openApiRoute(app: ZodApp): void {
  let written: string | undefined;
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=300')
      .type('application/json; charset=utf-8')
      .send((written ??= JSON.stringify(app.swagger()))),
  );
}
