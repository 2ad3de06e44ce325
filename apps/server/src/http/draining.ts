import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AvatarError } from '@avatar/stage';

const LOOK_MS = 100;
/** For a request that was on its way when the server began to close. */
const ARRIVE_MS = 5_000;
/** For answers, after the last run has had its time. */
const MARGIN_MS = 5_000;

/**
 * Requests that run are finished when the server closes, and those that still come on open connections are sent away;
 * connections that are only kept open in case of another are not waited for.
 * @returns aborted when the server begins to close
 */
export function useDraining(
  app: FastifyInstance,
  { deadlineMs }: { readonly deadlineMs: number },
): AbortSignal {
  const closing = new AbortController();
  const arriving = new Set<FastifyRequest['raw']>();
  const timers: NodeJS.Timeout[] = [];
  app.addHook('onRequest', async ({ raw }, reply) => {
    arriving.add(raw);
    reply.raw.once('close', () => arriving.delete(raw));
  });
  app.addHook('onRequest', async (_request, reply) => {
    if (!closing.signal.aborted) return;
    void reply.header('connection', 'close');
    throw new AvatarError('overloaded', 'The server is being stopped; try again');
  });
  app.addHook('preClose', (done) => {
    closing.abort();
    // A connection is idle as soon as its last answer is out, which may be after the close has begun.
    timers.push(
      setInterval(() => app.server.closeIdleConnections(), LOOK_MS),
      // Whatever clients do: a body that trickles and an answer that nobody takes have an end.
      setTimeout(() => {
        for (const raw of arriving) if (!raw.complete) raw.socket.destroy();
      }, ARRIVE_MS),
      setTimeout(() => app.server.closeAllConnections(), deadlineMs + MARGIN_MS),
    );
    done();
  });
  app.addHook('onClose', (_app, done) => {
    timers.forEach(clearTimeout);
    done();
  });
  return closing.signal;
}
