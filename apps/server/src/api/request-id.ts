import { randomUUID } from 'node:crypto';
import type { RawRequestDefaultExpression } from 'fastify';

const GIVEN = /^[A-Za-z0-9_-]{8,64}$/;

/** The caller's own id where it is a plain one, so that it can be found in the logs of both. */
export function newRequestId({ headers }: RawRequestDefaultExpression): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && GIVEN.test(given) ? given : `req_${randomUUID().replaceAll('-', '')}`;
}
