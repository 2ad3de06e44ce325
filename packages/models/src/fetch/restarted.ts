import { setTimeout as delay } from 'node:timers/promises';
import { failureReason } from './download-failure.js';

/** A download cut in the middle is started over this often; the npm client itself retries failed connections. */
const RESTARTS = 2;
const RESTART_DELAY_MS = 500;

/** Does `once` until it is not interrupted, or was three times. */
export async function restarted<T>(signal: AbortSignal, once: () => Promise<T>): Promise<T> {
  for (let restart = 0; ; restart++) {
    try {
      return await once();
    } catch (error) {
      signal.throwIfAborted();
      if (restart === RESTARTS || failureReason(error) !== 'interrupted') throw error;
      await delay(RESTART_DELAY_MS * (restart + 1), undefined, { signal });
    }
  }
}
