import { readFile } from 'node:fs/promises';
import { AvatarApiError, createAvatarClient, type Avatar, type AvatarClient } from '@avatar/client';
import type { LoadAccount } from './accounts.js';
import { AnswerCounter } from './answer-counter.js';
import type { LoadSettings } from './settings.js';

type Counts = Readonly<Record<string, number>>;

/** What the answer to a request says of its avatar. */
export interface Delivered {
  readonly accountId: string;
  readonly id: string;
  readonly creditsCharged: number;
}

export interface DriveResult {
  /** Every answer of the server, repetitions included, by status; `lost` are connections that broke. */
  readonly statuses: Counts;
  /** Those among them that came while the database was away. */
  readonly statusesAway: Counts;
  /** Answers with 503 or 429 that do not say when to come again. */
  readonly withoutRetryAfter: number;
  /** Avatars that arrived, by reference. */
  readonly delivered: ReadonlyMap<string, Delivered>;
  /** Requests that ended otherwise, by code. */
  readonly failures: Counts;
  /** By account: milliseconds from the request to the avatar, waiting and repetitions included. */
  readonly latencies: ReadonlyMap<string, readonly number[]>;
}

export interface DriveOptions {
  readonly settings: LoadSettings;
  readonly baseUrl: string;
  readonly accounts: readonly LoadAccount[];
  readonly isDatabaseAway: () => boolean;
  /** Called after each request with how many have ended. */
  readonly onEnd: (ended: number) => void;
  readonly signal: AbortSignal;
}

/** Full queues are part of the test: every request is repeated until there is room. */
const RETRIES = 10_000;

/** Sends all requests, `concurrency` at a time. */
export async function drive(options: DriveOptions): Promise<DriveResult> {
  const { settings, signal, accounts } = options;
  const failures: Record<string, number> = {};
  const delivered = new Map<string, Delivered>();
  const latencies = new Map<string, number[]>(accounts.map(({ id }) => [id, []]));
  const photos = await photosOf(settings);
  const counter = new AnswerCounter(options.isDatabaseAway);

  let [next, ended] = [0, 0];
  const one = async (account: LoadAccount, client: AvatarClient, index: number): Promise<void> => {
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
      const { id, credits_charged: creditsCharged } = avatar;
      delivered.set(`load-${index}`, { accountId: account.id, id, creditsCharged });
      latencies.get(account.id)?.push(performance.now() - startedMs);
    } catch (error) {
      if (signal.aborted) throw error;
      const code = error instanceof AvatarApiError ? error.code : String(error);
      failures[code] = (failures[code] ?? 0) + 1;
    }
    options.onEnd(++ended);
  };
  const lane = async (account: LoadAccount): Promise<void> => {
    const { apiKey } = account;
    const client = createAvatarClient({
      baseUrl: options.baseUrl,
      apiKey,
      retries: RETRIES,
      fetch: counter.fetch,
    });
    while (next < settings.requests && !signal.aborted) await one(account, client, next++);
  };
  await Promise.all(lanesOf(accounts, settings.concurrency).map(lane));
  const { statuses, statusesAway, withoutRetryAfter } = counter;
  return { statuses, statusesAway, withoutRetryAfter, delivered, failures, latencies };
}

/** One in eight for each account but the first. */
function lanesOf(accounts: readonly LoadAccount[], concurrency: number): LoadAccount[] {
  const [first, ...others] = accounts;
  const small = Math.max(1, Math.floor(concurrency / 8));
  const lanes = others.flatMap((account) => Array.from({ length: small }, () => account));
  return [...Array.from({ length: Math.max(1, concurrency - lanes.length) }, () => first), ...lanes];
}

const PHOTO_BYTES = 150_000;

/** Workers without models read what to do; the rest is as heavy as a photo. */
async function photosOf({ isWithoutModels, photos }: LoadSettings): Promise<Uint8Array[]> {
  if (isWithoutModels) return [Buffer.from('slow:150 '.padEnd(PHOTO_BYTES, '.'))];
  return Promise.all(photos.map((path) => readFile(path)));
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
