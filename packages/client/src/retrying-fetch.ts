import { delay } from './delay.js';

/** Like the global `fetch`, with a finished request. */
export type Fetch = (request: Request) => Promise<Response>;

const MAX_PAUSE_MS = 30_000;
const FIRST_PAUSE_MS = 500;

/**
 * Repeats a request that was refused for want of room (429, 503), whose connection broke, or whose first sending
 * still runs, as often as `retries` says, after the pause that the server asks for. Only requests that can be
 * repeated without harm: those that read or delete, and those with an `Idempotency-Key`.
 */
export const retryingFetch =
  (send: Fetch, retries: number): Fetch =>
  async (request) => {
    for (let attempt = 0; ; attempt++) {
      const isLast = attempt >= retries || !isRepeatable(request);
      try {
        const response = await send(isLast ? request : request.clone());
        if (isLast || !isToBeRepeated(response)) return response;
        await response.body?.cancel();
        await pause(Number(response.headers.get('retry-after') ?? 0) * 1000, attempt, request.signal);
      } catch (error) {
        if (isLast || request.signal.aborted) throw error;
        await pause(0, attempt, request.signal);
      }
    }
  };

/** 409 with a pause is our own request of before, which still runs although the connection to it was lost. */
const isToBeRepeated = ({ status, headers }: Response): boolean =>
  status === 429 || status === 503 || (status === 409 && headers.has('retry-after'));

const isRepeatable = ({ method, headers }: Request): boolean =>
  method === 'GET' || method === 'DELETE' || headers.has('idempotency-key');

function pause(askedMs: number, attempt: number, signal: AbortSignal): Promise<void> {
  return delay(Math.min(Math.max(askedMs || 0, FIRST_PAUSE_MS * 2 ** attempt), MAX_PAUSE_MS), signal);
}
