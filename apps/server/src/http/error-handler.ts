import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { isOutage } from '../database/index.js';
import { ApiError, notFound, problemOf, type Problem } from '../errors/index.js';
import { logFailure } from '../observability/index.js';

const OUTAGE_RETRY_SECONDS = 5;
/** Somebody has to make room. */
const FULL_RETRY_SECONDS = 60;
/** Of what is wrong with a body, which may be as much as the body itself. */
const MOST_TOLD = 20;
const LONGEST_TOLD = 500;
const FULL_DISK = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Every answer that is an error goes through here, as RFC 9457 problem details. */
export function useErrorHandler(app: FastifyInstance): void {
  app.decorateRequest('problemStatus', undefined);
  app.setErrorHandler((error: FastifyError, request, reply) => answerProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) => answerProblem(notFound('address'), request, reply));
}

export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toldProblem(error, request, reply);
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({ ...problem, instance: request.id });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Status of the problem that is answered with, where the answer of another vendor's shape has another one. */
    problemStatus: number | undefined;
  }
}

/** A problem as some vendor's clients know it. */
export type ProblemShape = (
  problem: Problem,
  request: FastifyRequest,
) => { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** The routes of this scope answer errors in another shape than problem details. */
export function useProblemShape(app: FastifyInstance, shape: ProblemShape): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = toldProblem(error, request, reply);
    request.problemStatus = problem.status;
    const { status, body } = shape(problem, request);
    return reply
      .code(status)
      .type('application/json')
      .serializer((payload: unknown) => JSON.stringify(payload))
      .send(body);
  });
}

/** What goes with every problem, whatever its shape: the log, and headers. */
function toldProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): Problem {
  const { problem, retryAfterSeconds } = problemOf(asOurs(error));
  if (problem.status >= 500) logFailure(request, error);
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer realm="avatar"');
  return problem;
}

/** Of the system, or of PostgreSQL, perhaps wrapped. */
function isFullDisk(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return FULL_DISK.has(String((error as NodeJS.ErrnoException).code)) || isFullDisk(error.cause);
}

const shortened = (text: string): string =>
  text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)}…` : text;

/** What the framework refuses, in our words. */
export function asOurs(error: unknown): unknown {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.slice(0, MOST_TOLD).map(({ instancePath, message = 'is not valid' }) => ({
      pointer: shortened(instancePath || '/'),
      detail: shortened(message),
    }));
    const [first] = errors;
    return new ApiError('invalid-request', `${first.pointer}: ${first.detail}`, { errors });
  }
  if (isOutage(error))
    return new ApiError('unavailable', 'The server cannot reach its database; try again in a few seconds', {
      retryAfterSeconds: OUTAGE_RETRY_SECONDS,
      cause: error,
    });
  if (isFullDisk(error))
    return new ApiError('unavailable', 'The server has no room to keep it; try again later', {
      retryAfterSeconds: FULL_RETRY_SECONDS,
      cause: error,
    });
  const { statusCode, message } = error as Partial<FastifyError>;
  if (typeof statusCode !== 'number' || statusCode >= 500 || error instanceof ApiError) return error;
  if (statusCode === 413)
    return new ApiError('payload-too-large', 'The request is larger than the server takes');
  if (statusCode === 415)
    return new ApiError('unsupported-media-type', 'Send application/json or multipart/form-data');
  if (statusCode === 404 || statusCode === 414) return notFound('address');
  return new ApiError('invalid-request', message ?? 'The request is malformed');
}
