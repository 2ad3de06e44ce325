import type { FastifyInstance } from 'fastify';

const LOOK_MS = 100;

/**
 * Requests that run are finished when the server closes; connections that are only kept open in case of another are not waited for.
 * @returns aborted when the server begins to close
 */
export function useDraining(app: FastifyInstance): AbortSignal {
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;
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
