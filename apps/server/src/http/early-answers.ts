import type { FastifyInstance } from 'fastify';
import { hasBody } from './body-limits.js';

/**
 * An answer that comes before the body has: what is still on its way is not received, and what has come is not kept
 * until the client loses patience.
 */
export function hangUpAfterEarlyAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (hasBody(request) && !request.raw.complete) void reply.header('connection', 'close');
  });
}
