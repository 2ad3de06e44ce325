import { randomInt } from 'node:crypto';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Seconds from one attempt to the next, from the Standard Webhooks specification: nine repetitions over three days. */
const PAUSES = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
const MAX_ASKED_SECONDS = 24 * HOUR;

/**
 * When to try again.
 *
 * @param attempts made so far, at least 1
 * @param askedSeconds what the receiver's `Retry-After` says
 * @returns seconds to wait, up to a tenth longer so that messages which failed together do not come back together;
 * undefined when
 * it is time to give up
 */
export function pauseAfter(attempts: number, askedSeconds = 0): number | undefined {
  const pause = PAUSES[attempts - 1];
  if (pause === undefined) return undefined;
  const jitter = (pause * randomInt(0, 101)) / 1000;
  return Math.max(pause + jitter, Math.min(askedSeconds, MAX_ASKED_SECONDS));
}
