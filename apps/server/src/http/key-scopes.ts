import type { FastifyInstance } from 'fastify';
import type { schema } from '../database/index.js';
import { ApiError } from '../errors/index.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key has to be for. Default: `read` for GET, `manage` for DELETE, `create` for everything else. */
    scope?: schema.KeyScope;
  }
}

/** Lets a key do what it is for, and nothing else. Register it behind the authentication. */
export function useKeyScopes(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, keyScopes, routeOptions: { config } }) => {
    const needed = config.scope ?? usualScope(method);
    if (!keyScopes?.includes(needed))
      throw new ApiError('scope-missing', `This key is not for that: it needs the scope "${needed}"`);
  });
}

function usualScope(method: string): schema.KeyScope {
  if (method === 'GET' || method === 'HEAD') return 'read';
  return method === 'DELETE' ? 'manage' : 'create';
}
