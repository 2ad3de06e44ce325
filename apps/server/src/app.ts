import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { accountOf, keyHashOf, useAuthentication } from './http/authentication.js';
import { useKeyScopes } from './http/key-scopes.js';
import { answerProblem, useErrorHandler } from './http/error-handler.js';
import { useIdempotency, type IdempotencyProblem } from './http/idempotency.js';
import { multipartBody } from './http/multipart.js';
import { accountRateLimit } from './http/rate-limit.js';
import { signedFiles } from './http/signed-files.js';
import { openApiRoute, useOpenApi } from './http/openapi.js';
import { createBoundedServer } from './http/bounded-server.js';
import { useBodyLimits } from './http/body-limits.js';
import { hangUpAfterEarlyAnswers } from './http/early-answers.js';
import { refuseUnknown } from './http/unknown-requests.js';
import { useDraining } from './http/draining.js';
import { boundAnswer } from './api/v1/bound-answer.js';
import { eachSenseRoutes } from './api/chat/index.js';
import { faceAvatarRoutes } from './api/face-avatar/index.js';
import { heygenRoutes } from './api/heygen/index.js';
import { konproRoutes } from './api/konpro/index.js';
import { batchRoutes } from './api/v1/routes/batches.js';
import { characterRoutes } from './api/v1/routes/characters.js';
import { catalogueRoutes } from './api/v1/routes/catalogue.js';
import { accountRoutes } from './api/v1/routes/account.js';
import { analyticsRoute } from './api/v1/routes/analytics.js';
import { choiceRoute } from './api/v1/routes/choice.js';
import { reviewRoute } from './api/v1/routes/review.js';
import { erasureRoutes } from './api/v1/routes/erasure.js';
import { generateRoute } from './api/v1/routes/generate.js';
import { healthRoutes } from './http/health.js';
import { jobRoutes } from './api/v1/routes/jobs.js';
import { objectRoutes } from './api/v1/routes/objects.js';
import { webhookRoutes } from './api/v1/routes/webhooks.js';
import { ownStyleRoutes } from './api/v1/routes/own-styles.js';
import { validateRoute } from './api/v1/routes/validate.js';
import type { Services } from './api/services.js';
import { ssePlugin } from './http/sse-plugin.js';
import type { ZodApp } from './http/zod-app.js';
import { ApiError, notFound } from './errors/index.js';
import { fastifyLogging, traceRequests, useRequestLog } from './observability/index.js';
import { pageRoutes } from './page/index.js';

/** Base64 is four characters for three bytes; the rest of a body is small. */
const BODY_OVERHEAD = 1.4;
const BODY_EXTRA_BYTES = 65_536;

const jsonBytes = (maxUploadBytes: number): number =>
  Math.ceil(maxUploadBytes * BODY_OVERHEAD) + BODY_EXTRA_BYTES;

/** The whole API on the parts that it is given. It listens nowhere yet. */
export async function buildApp(services: Services, logger?: FastifyBaseLogger): Promise<FastifyInstance> {
  const { http, limits } = services.config;
  const { logger: _own, ...logging } = fastifyLogging({ level: 'info' });
  const app = fastify({
    ...logging,
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    trustProxy: http.trustProxy,
    // Sent away by `useDraining`, in our own words.
    return503OnClosing: false,
    bodyLimit: jsonBytes(limits.maxUploadBytes),
    serverFactory: (handle) => createBoundedServer(handle, limits),
    routerOptions: { maxParamLength: 200 },
    // Of addresses that no route could be looked up for.
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
  }).withTypeProvider<never>() as unknown as ZodApp;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  useErrorHandler(app);
  const closing = useDraining(app, limits);
  hangUpAfterEarlyAnswers(app);
  refuseUnknown(app);
  useRequestLog(app, (request) => request.account?.id);
  services.metrics.watchRequests(app);
  traceRequests(app);
  await app.register(helmet, {
    crossOriginResourcePolicy: { policy: 'same-site' },
    // On a plain loopback address a browser would look for scripts on https, where nothing is.
    contentSecurityPolicy: {
      directives: {
        // The demo page shows a photo that has not been sent yet.
        'img-src': ["'self'", 'data:', 'blob:'],
        // The view of a bust reads textures out of the file that it has.
        'connect-src': ["'self'", 'blob:'],
        'upgrade-insecure-requests': isSecure(http.publicUrl) ? [] : null,
      },
    },
    strictTransportSecurity: isSecure(http.publicUrl),
  });
  await app.register(cors, {
    origin: [...http.corsOrigins],
    exposedHeaders: [
      'Location',
      'Retry-After',
      'RateLimit-Limit',
      'RateLimit-Remaining',
      'RateLimit-Reset',
      'X-Credits-Charged',
      'X-Request-Id',
      'Idempotency-Replayed',
    ],
  });
  await useOpenApi(app);
  openApiRoute(app);
  healthRoutes(app, services);
  catalogueRoutes(app, services.engineStyles);
  pageRoutes(app, { demoKey: services.demoKey });
  signedFiles(app, {
    archive: services.archive,
    signer: services.signer,
    problem: (problem) =>
      problem === 'file-not-found'
        ? notFound('file')
        : new ApiError('link-expired', 'The link is not valid, or not any more; ask for the result again'),
  });
  await app.register(async (scope) => accountScope(scope as unknown as ZodApp, services, closing));
  return app;
}

const isSecure = (publicUrl: string | undefined): boolean => publicUrl?.startsWith('https:') ?? false;

/** Routes of an account: key, limits, form, then the route. */
async function accountScope(app: ZodApp, services: Services, closing: AbortSignal): Promise<void> {
  const { limits } = services.config;
  useAuthentication(app, services.directory);
  useKeyScopes(app);
  useBodyLimits(app, {
    maxBytesInFlight: limits.maxBytesInFlight,
    maxJsonBytes: jsonBytes(limits.maxUploadBytes),
    maxFileBytes: limits.maxUploadBytes,
    maxFormBytes: limits.maxFormBytes,
    accountOf,
  });
  // Answers of an account hold signed links, and are nobody else's.
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  await app.register(multipart);
  await app.register(ssePlugin);
  await app.register(
    rateLimit,
    accountRateLimit({
      database: services.database,
      requestsPerMinute: limits.requestsPerMinute,
      readsPerMinute: limits.readsPerMinute,
      accountOf,
      tooManyRequests: (retryAfterSeconds) =>
        new ApiError('rate-limited', `Too many requests; try again in ${retryAfterSeconds} s`, {
          retryAfterSeconds,
        }),
    }),
  );
  app.addHook('preValidation', (request) =>
    multipartBody(request, {
      maxFileBytes: limits.maxUploadBytes,
      maxFormBytes: limits.maxFormBytes,
      maxFiles: limits.maxBatchItems,
    }),
  );
  useIdempotency(app, {
    store: services.idempotency,
    accountOf,
    keyHashOf,
    problem: idempotencyProblem,
    boundAnswer: (request, boundTo) => boundAnswer(services, request, boundTo),
  });
  generateRoute(app, services);
  validateRoute(app, services);
  characterRoutes(app, services);
  batchRoutes(app, services);
  jobRoutes(app, services, closing);
  choiceRoute(app, services);
  reviewRoute(app, services);
  analyticsRoute(app, services);
  objectRoutes(app, services);
  erasureRoutes(app, services);
  accountRoutes(app, services);
  ownStyleRoutes(app, services);
  webhookRoutes(app, services);
  // Each in a scope of its own: errors are answered in the vendor's shape.
  for (const vendorRoutes of [heygenRoutes, konproRoutes, faceAvatarRoutes, eachSenseRoutes])
    await app.register(async (scope) => vendorRoutes(scope as unknown as ZodApp, services));
}

function idempotencyProblem(problem: IdempotencyProblem): ApiError {
  if (problem === 'key-too-long')
    return new ApiError('idempotency-key-too-long', 'An Idempotency-Key has at most 255 characters');
  if (problem === 'content-too-deep')
    return new ApiError(
      'invalid-request',
      'The body is nested too deep for a request with an Idempotency-Key',
    );
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
