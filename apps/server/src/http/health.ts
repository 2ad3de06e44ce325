import { z } from 'zod';
import type { ZodApp } from './zod-app.js';

export interface HealthParts {
  /** Whether avatars can be made here: models loaded, database and storage within reach. */
  readonly readiness: () => Promise<readonly { readonly name: string; readonly ready: boolean }[]>;
}

const readinessSchema = z
  .object({
    status: z.enum(['ready', 'not-ready']),
    checks: z.array(z.object({ name: z.string(), ready: z.boolean() })),
  })
  .meta({ id: 'Readiness' });

/** For whoever runs the server: is it alive, and can it work. */
export function healthRoutes(app: ZodApp, { readiness }: HealthParts): void {
  app.get(
    '/healthz',
    {
      logLevel: 'warn',
      schema: {
        operationId: 'health',
        tags: ['operations'],
        summary: 'The process answers',
        security: [],
        response: { 200: z.object({ status: z.literal('ok') }) },
      },
    },
    () => ({ status: 'ok' as const }),
  );

  app.get(
    '/readyz',
    {
      logLevel: 'warn',
      schema: {
        operationId: 'readiness',
        tags: ['operations'],
        summary: 'Models are loaded, database and storage are within reach',
        security: [],
        response: { 200: readinessSchema, 503: readinessSchema },
      },
    },
    async (_request, reply) => {
      const checks = (await readiness()).map((check) => ({ ...check }));
      const isReady = checks.every(({ ready }) => ready);
      return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not-ready', checks });
    },
  );
}
