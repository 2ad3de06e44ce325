import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError, notFound } from '../errors/index.js';
import { knownMethods } from './known-methods.js';

/** Refuses what nobody will read before it is read. Call it before the routes. */
export function refuseUnknown(app: FastifyInstance): void {
  const methodsOf = knownMethods(app);
  app.addHook('onRequest', async (request, reply) => {
    // Which of two hosts was meant would be a guess, and a proxy may have guessed the other one.
    if (hostsOf(request) > 1) {
      void reply.header('connection', 'close');
      throw new ApiError('invalid-request', 'A request has one Host header');
    }
    if (!request.is404) return;
    const methods = methodsOf(request.url);
    if (methods.length === 0) throw notFound('address');
    void reply.header('allow', methods.join(', '));
    throw new ApiError('method-not-allowed', `This address takes ${methods.join(', ')}`);
  });
}

const hostsOf = ({ raw: { rawHeaders } }: FastifyRequest): number =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
