import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { AvatarApiError, createAvatarClient, type Avatar, type AvatarClient } from '@avatar/client';
import type { LoadSettings } from './settings.js';

export interface DriveResult {
  /** Every answer of the server, repetitions included, by status; `lost` are connections that broke. */
  readonly statuses: Readonly<Record<string, number>>;
  /** References whose avatar arrived, with its id. */
  readonly delivered: ReadonlyMap<string, string>;
  /** What the answers say was charged, all together. */
  readonly creditsCharged: number;
  /** Requests that ended otherwise, by code. */
  readonly failures: Readonly<Record<string, number>>;
  /** Milliseconds from the request to the avatar, waiting and repetitions included. */
  readonly latencies: readonly number[];
}

export interface DriveOptions {
  readonly settings: LoadSettings;
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Called after each request with how many have ended. */
  readonly onEnd: (ended: number) => void;
  readonly signal: AbortSignal;
}

/** Full queues are part of the test: every request is repeated until there is room. */
const RETRIES = 10_000;

/** Sends all requests, `concurrency` at a time. */
export async function drive(options: DriveOptions): Promise<DriveResult> {
  const { settings, signal } = options;
  const statuses: Record<string, number> = {};
  const failures: Record<string, number> = {};
  const delivered = new Map<string, string>();
  const latencies: number[] = [];
  const photos = await Promise.all(settings.photos.map((path) => readFile(path)));
  const client = createAvatarClient({
    baseUrl: options.baseUrl,
    apiKey: options.apiKey,
    retries: RETRIES,
    fetch: countingFetch(statuses),
  });

  let [next, ended, creditsCharged] = [0, 0, 0];
  const one = async (index: number): Promise<void> => {
    const reference = `load-${index}`;
    const startedMs = performance.now();
    try {
      const avatar = await avatarOf(
        client,
        settings,
        photos[index % photos.length],
        index,
        // Of its own: thousands of requests would leave their listeners on one signal.
        AbortSignal.any([signal]),
      );
      delivered.set(reference, avatar.id);
      creditsCharged += avatar.credits_charged;
      latencies.push(performance.now() - startedMs);
    } catch (error) {
      if (signal.aborted) throw error;
      const code = error instanceof AvatarApiError ? error.code : String(error);
      failures[code] = (failures[code] ?? 0) + 1;
    }
    options.onEnd(++ended);
  };
  const lane = async (): Promise<void> => {
    while (next < settings.requests && !signal.aborted) await one(next++);
  };
  await Promise.all(Array.from({ length: settings.concurrency }, lane));
  return { statuses, delivered, creditsCharged, failures, latencies };
}

async function avatarOf(
  client: AvatarClient,
  settings: LoadSettings,
  photo: Uint8Array,
  index: number,
  signal: AbortSignal,
): Promise<Avatar> {
  const reference = `load-${index}`;
  const { mode, styles } = settings;
  const style = styles[index % styles.length];
  // Of the photos of the examples, one shows more than the head: what is measured here is the making of avatars.
  const request = { style, mode, seed: index, reference, platform: 'linkedin', min_face_coverage: 0.05 };
  const call = { signal, idempotencyKey: reference };
  // Spread evenly over the run, not at random: two runs send the same.
  const isQueued = Math.floor((index + 1) * settings.asyncShare) > Math.floor(index * settings.asyncShare);
  if (!isQueued) return client.generate(photo, request, call);
  const { id } = await client.submit(photo, request, call);
  const job = await client.waitForJob(id, { everyMs: 500, signal });
  if (job.result !== undefined) return job.result;
  throw new AvatarApiError(job.error?.status ?? 500, job.error);
}

/** Counts answers, and lets lost connections wait a moment: the server may just be starting again. */
const countingFetch = (statuses: Record<string, number>) => async (request: Request) => {
  const count = (name: string) => (statuses[name] = (statuses[name] ?? 0) + 1);
  try {
    const response = await fetch(request);
    count(String(response.status));
    return response;
  } catch (error) {
    if (!request.signal.aborted) {
      count('lost');
      await pause(250);
    }
    throw error;
  }
};
