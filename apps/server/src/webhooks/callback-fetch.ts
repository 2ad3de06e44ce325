import { createGuardedFetch, type GuardedFetch, type GuardedFetchOptions } from '../net/index.js';

const TIMEOUT_MS = 15_000;

/**
 * The guarded fetch for `callback_url`: a redirect is an answer like any other, not something to follow.
 *
 * @param production only https, because messages hold links to avatars
 */
export const createCallbackFetch = (production: boolean, options: GuardedFetchOptions = {}): GuardedFetch =>
  createGuardedFetch({
    protocols: production ? ['https:'] : ['http:', 'https:'],
    ports: [80, 443, 8080, 8443],
    maxRedirects: 0,
    timeoutMs: TIMEOUT_MS,
    ...options,
  });
