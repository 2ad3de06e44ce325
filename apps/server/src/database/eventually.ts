import { setTimeout as pause } from 'node:timers/promises';
import { isOutage } from './outage.js';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** How long something is tried while the database is away. */
export const TRIED_FOR = {
  /** A statement on the way to an answer: a lost connection passes in this time, an outage does not. */
  statementMs: 1_000,
  /** What has to be written down of something that is done, such as a result. */
  resultMs: 300_000,
} as const;

/**
 * Does `work` again while the database is away, with pauses that grow to two seconds. It may be done twice: a
 * connection that is lost during a commit does not say whether it was one.
 * @throws the last error, after `forMs`, and any error that does not pass
 */
export async function eventually<T>(work: () => Promise<T>, forMs: number): Promise<T> {
  const endMs = performance.now() + forMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error) || performance.now() + pauseMs > endMs) throw error;
    }
    await pause(pauseMs);
  }
}
