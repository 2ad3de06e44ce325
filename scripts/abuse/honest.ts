import { setTimeout as pause } from 'node:timers/promises';
import { createAvatarClient } from '@avatar/client';
import type { LoadAccount } from '../load-test/accounts.js';

export interface HonestResult {
  readonly served: number;
  readonly failures: number;
  /** Of each avatar, from its request. */
  readonly milliseconds: readonly number[];
}

const EVERY_MS = 1_000;
/** Repetitions of a request: abusers may fill the queue for a moment. */
const RETRIES = 20;

/** Somebody who wants an avatar every second, whatever else the server has to do. */
export async function honestWork(
  baseUrl: string,
  { apiKey }: LoadAccount,
  signal: AbortSignal,
): Promise<HonestResult> {
  const client = createAvatarClient({ baseUrl, apiKey, retries: RETRIES });
  const milliseconds: number[] = [];
  let failures = 0;
  while (!signal.aborted) {
    const startedMs = performance.now();
    const photo = Buffer.from(`slow:50 ${milliseconds.length}`);
    await client.generate(photo, {}, { idempotencyKey: `honest-${milliseconds.length + failures}` }).then(
      () => milliseconds.push(performance.now() - startedMs),
      (error: unknown) => {
        failures++;
        console.error(`The honest client got: ${String(error)}`);
      },
    );
    await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return { served: milliseconds.length, failures, milliseconds };
}
