import type { FastifyRequest } from 'fastify';

/** `Prefer: respond-async`: the caller comes back for the result. */
export const prefersAsync = ({ headers }: FastifyRequest): boolean =>
  /(^|[,;\s])respond-async($|[,;\s])/i.test(String(headers.prefer ?? ''));
