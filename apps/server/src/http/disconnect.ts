import type { FastifyReply } from 'fastify';
import { ApiError } from '../errors/index.js';

/** Aborted when the connection ends before the answer does. */
export function disconnectSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished)
      controller.abort(new ApiError('cancelled', 'The caller closed the connection'));
  });
  return controller.signal;
}
