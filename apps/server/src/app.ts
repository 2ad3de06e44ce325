import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { accountRateLimit, useIdempotency, type IdempotencyProblem } from './accounts/index.js';
import { accountOf, useAuthentication } from './api/authentication.js';
import { useErrorHandler } from './api/error-handler.js';
import { multipartBody } from './api/multipart.js';
import { openApiRoute, useOpenApi } from './api/openapi.js';
import { batchRoutes } from './api/routes/batches.js';
import { catalogueRoutes } from './api/routes/catalogue.js';
import { feedbackRoutes } from './api/routes/feedback.js';
import { generateRoute } from './api/routes/generate.js';
import { healthRoutes } from './api/routes/health.js';
import { jobRoutes } from './api/routes/jobs.js';
import { objectRoutes } from './api/routes/objects.js';
import { validateRoute } from './api/routes/validate.js';
import type { Services } from './api/services.js';
import { ssePlugin } from './api/sse-plugin.js';
import type { ZodApp } from './api/zod-app.js';
import { ApiError, notFound } from './errors/index.js';
import { newRequestId } from './api/request-id.js';
import { signedFiles } from './storage/index.js';

/** Base64 is four characters for three bytes; the rest of a body is small. */
const BODY_OVERHEAD = 1.4;
const BODY_EXTRA_BYTES = 65_536;

/** The whole API on the parts that it is given. It listens nowhere yet. */
export async function buildApp(services: Services, logger?: FastifyBaseLogger): Promise<FastifyInstance> {
  const { http, limits } = services.config;
  const app = fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    trustProxy: http.trustProxy,
    bodyLimit: Math.ceil(limits.maxUploadBytes * BODY_OVERHEAD) + BODY_EXTRA_BYTES,
    genReqId: newRequestId,
    // Whoever waits for a run is waited for when the server stops.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<never>() as unknown as ZodApp;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  useErrorHandler(app);
  app.addHook('onSend', (request, reply, _payload, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  await app.register(helmet, { crossOriginResourcePolicy: { policy: 'same-site' } });
  await app.register(cors, {
    origin: [...http.corsOrigins],
    exposedHeaders: ['Location', 'Retry-After', 'X-Credits-Charged', 'X-Request-Id', 'Idempotency-Replayed'],
  });
  await useOpenApi(app);
  openApiRoute(app);
  healthRoutes(app, services);
  catalogueRoutes(app);
  signedFiles(app, {
    archive: services.archive,
    signer: services.signer,
    problem: (problem) =>
      problem === 'file-not-found'
        ? notFound('file')
        : new ApiError('link-expired', 'The link is not valid, or not any more; ask for the result again'),
  });
  await app.register(async (scope) => accountScope(scope as unknown as ZodApp, services));
  return app;
}

/** Routes of an account: key, limits, form, then the route. */
async function accountScope(app: ZodApp, services: Services): Promise<void> {
  const { limits } = services.config;
  useAuthentication(app, services.directory);
  await app.register(multipart);
  await app.register(ssePlugin);
  await app.register(
    rateLimit,
    accountRateLimit({
      database: services.database,
      requestsPerMinute: limits.requestsPerMinute,
      accountOf,
      tooManyRequests: (retryAfterSeconds) =>
        new ApiError('rate-limited', `Too many requests; try again in ${retryAfterSeconds} s`, {
          retryAfterSeconds,
        }),
    }),
  );
  app.addHook('preValidation', (request) =>
    multipartBody(request, { maxFileBytes: limits.maxUploadBytes, maxFiles: limits.maxBatchItems }),
  );
  useIdempotency(app, { store: services.idempotency, accountOf, problem: idempotencyProblem });
  generateRoute(app, services);
  validateRoute(app, services);
  batchRoutes(app, services);
  jobRoutes(app, services);
  feedbackRoutes(app, services);
  objectRoutes(app, services);
}

function idempotencyProblem(problem: IdempotencyProblem): ApiError {
  if (problem === 'key-too-long')
    return new ApiError('idempotency-key-too-long', 'An Idempotency-Key has at most 255 characters');
  if (problem === 'request-running')
    return new ApiError(
      'idempotency-request-running',
      'The first request with this key is still running; try again later',
      {
        retryAfterSeconds: 1,
      },
    );
  return new ApiError('idempotency-request-differs', 'This key came with another request; use a new key');
}
