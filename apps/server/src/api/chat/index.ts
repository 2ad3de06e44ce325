import type { ZodApp } from '../../http/zod-app.js';
import { logFailure } from '../../observability/index.js';
import type { Services } from '../services.js';
import { chatFailure } from './map/error.js';
import { chatRoute } from './routes/chat.js';
import { completionRoutes } from './routes/completions.js';
import { memoryRoutes } from './routes/memory.js';

/** The routes of each::sense, and their errors in its shape. Register it in a scope of its own. */
export function eachSenseRoutes(app: ZodApp, services: Services): void {
  app.setErrorHandler((error, request, reply) => {
    const { status, body, retryAfterSeconds } = chatFailure(error);
    if (status >= 500) logFailure(request, error);
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    return reply
      .code(status)
      .type('application/json')
      .serializer((payload: unknown) => JSON.stringify(payload))
      .send(body);
  });
  chatRoute(app, services);
  completionRoutes(app, services);
  memoryRoutes(app, services);
}
