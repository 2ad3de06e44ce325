import { setTimeout as wait } from 'node:timers/promises';

const FIRST_PAUSE_MS = 500;
/** A provider that asks for a longer pause is left alone: the caller is told that it is busy. */
const LONGEST_PAUSE_MS = 20_000;

interface Repeatable {
  readonly isRetryable?: unknown;
  readonly responseHeaders?: Readonly<Record<string, string>>;
}

/** Calls again what failed and may be repeated, after the pause that the provider asks for, or longer ones each time. */
export async function withRepetition<T>(
  call: () => PromiseLike<T>,
  maxRetries: number,
  signal: AbortSignal,
): Promise<T> {
  for (let retry = 0; ; retry++) {
    try {
      return await call();
    } catch (error) {
      signal.throwIfAborted();
      const { isRetryable, responseHeaders } = (error ?? {}) as Repeatable;
      const pauseMs = askedPauseMs(responseHeaders) ?? FIRST_PAUSE_MS * 2 ** retry;
      if (isRetryable !== true || retry >= maxRetries || pauseMs > LONGEST_PAUSE_MS) throw error;
      await wait(pauseMs, undefined, { signal });
    }
  }
}

function askedPauseMs(headers: Readonly<Record<string, string>> = {}): number | undefined {
  const seconds = Number(headers['retry-after'] ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
