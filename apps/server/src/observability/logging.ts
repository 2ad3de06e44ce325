import { randomUUID } from 'node:crypto';
import { LogController, type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import type { LoggerOptions } from 'pino';
import { errorRecord } from './error-record.js';

export interface LoggingOptions {
  readonly level: string;
  /** Where lines go. Default: standard output. */
  readonly stream?: { write(line: string): void };
}

const SAFE_ID = /^[\w.-]{1,100}$/;
const SECRETS = ['authorization', 'x-api-key', 'cookie', 'signature', 'webhookSecret', 'key', 'password'];

/**
 * Options of fastify's own logger: JSON lines without personal data. Fastify's automatic lines are off, because they
 * hold the whole address, and with it the signatures of links; `useRequestLog` writes one line a request instead.
 */
export const fastifyLogging = ({ level, stream }: LoggingOptions): FastifyServerOptions => ({
  logger: { ...loggerOptions(level), ...(stream && { stream }) },
  logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
  genReqId: ({ headers }) => {
    const given = headers['x-request-id'];
    return typeof given === 'string' && SAFE_ID.test(given) ? given : randomUUID();
  },
});

/** The same for whatever logs outside a request. */
export const loggerOptions = (level: string): LoggerOptions => ({
  level,
  base: { service: 'avatar-server' },
  messageKey: 'message',
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label) => ({ level: label }) },
  serializers: {
    err: (error: unknown) => errorRecord(error),
    error: (error: unknown) => errorRecord(error),
    // Nothing of a request but its route goes into a log, also where somebody writes `log.info({ req })`.
    req: (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) }),
    res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
  },
  // A second line of defence: nobody should log these.
  redact: { paths: SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), censor: '(redacted)' },
});

/** The pattern of the route, with no ids and no query in it. */
export const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? '(none)';

/** One line for every answer: request, account, route, status and milliseconds. The id also goes back in `X-Request-Id`. */
export function useRequestLog(
  app: FastifyInstance,
  accountIdOf: (request: FastifyRequest) => string | undefined,
): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { statusCode } = reply;
    const line = {
      accountId: accountIdOf(request),
      method: request.method,
      route: routeOf(request),
      status: statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    // 503 is how a full queue or a server that is starting says "later": metrics count it, and nobody has to look.
    if (statusCode >= 500 && statusCode !== 503) request.log.error(line, 'request');
    else request.log.info(line, 'request');
  });
}

/**
 * For the server's error handler, with what it did not expect: where it was thrown, and not what it quotes. Refusals
 * are answers and need no line.
 */
export const logFailure = (request: FastifyRequest, error: unknown): void =>
  request.log.error({ err: error }, 'failure');
