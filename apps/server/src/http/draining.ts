import type { FastifyInstance } from 'fastify';
import { AvatarError } from '@avatar/stage';

const LOOK_MS = 100;

/**
 * Requests that run are finished when the server closes, and those that still come on open connections are sent away; connections that
 * are only kept open in case of another are not waited for.
 * @returns aborted when the server begins to close
 */
export function useDraining(app: FastifyInstance): AbortSignal {
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  app.addHook('onRequest', async (_request, reply) => {
    if (!closing.signal.aborted) return;
    void reply.header('connection', 'close');
    throw new AvatarError('overloaded', 'The server is being stopped; try again');
  });
  app.addHook('preClose', (done) => {
    closing.abort();
    // A connection is idle as soon as its last answer is out, which may be after the close has begun.
    timer = setInterval(() => app.server.closeIdleConnections(), LOOK_MS);
    done();
  });
  app.addHook('onClose', (_app, done) => {
    clearInterval(timer);
    done();
  });
  return closing.signal;
}
