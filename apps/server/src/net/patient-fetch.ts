import type { GuardedFetch } from './guarded-fetch.js';
import { fetchFailed } from './refusal.js';

/**
 * The same with an end to the patience with all servers together: whoever waits for many slow ones, one after the other,
 * stops asking when that has taken so long.
 * @param totalMs milliseconds; a request that is under way when they are over is finished
 */
export function patientFetch(fetch: GuardedFetch, totalMs: number): GuardedFetch {
  let waitedMs = 0;
  return {
    ...fetch,
    request: async (url, request) => {
      if (waitedMs >= totalMs) throw fetchFailed('patience');
      const startedMs = performance.now();
      try {
        return await fetch.request(url, request);
      } finally {
        waitedMs += performance.now() - startedMs;
      }
    },
  };
}
