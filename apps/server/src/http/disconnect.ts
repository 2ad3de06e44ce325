import type { FastifyReply } from 'fastify';
import { ApiError } from '../errors/index.js';

/** Aborted when the connection ends before the answer does, also where it ended before anybody asked. */
export function disconnectSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  const gone = () => {
    if (!raw.writableFinished)
      controller.abort(new ApiError('cancelled', 'The caller closed the connection'));
  };
  // The event comes once: whatever was awaited before this was asked for may have missed it.
  if (raw.destroyed) gone();
  else raw.once('close', gone);
  return controller.signal;
}
