import { setTimeout as pause } from 'node:timers/promises';
import type { Lane, LaneAccount } from './lane.js';

export const KINDS = [
  'synchronous',
  'queued',
  'batch of 3',
  'drawing',
  'message with a photo',
  'message in words',
] as const;
export type Kind = (typeof KINDS)[number];

interface Plan {
  readonly path: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: (callbackUrl: string) => object;
  /** Generations that it makes; a drawing makes none, and is charged all the same. */
  readonly avatars: number;
  readonly credits: number;
  /** A turn of a conversation: pictures of tries that were never answered are given back later. */
  readonly isMessage?: true;
}

export const SESSION = 'the-session';

const photo = (words: string): string => Buffer.from(words).toString('base64');

export const PLANS: Readonly<Record<Kind, Plan>> = {
  synchronous: {
    path: '/v1/avatar/generate',
    status: 200,
    body: (callback_url) => ({ image_base64: photo('a photo'), callback_url }),
    avatars: 1,
    credits: 1,
  },
  queued: {
    path: '/v1/avatar/generate',
    status: 202,
    headers: { prefer: 'respond-async' },
    body: (callback_url) => ({ image_base64: photo('a photo'), callback_url }),
    avatars: 1,
    credits: 1,
  },
  'batch of 3': {
    path: '/v1/avatar/batch',
    status: 202,
    body: (callback_url) => ({
      items: [1, 2, 3].map((n) => ({ image_base64: photo(`photo ${n}`) })),
      callback_url,
    }),
    avatars: 3,
    credits: 3,
  },
  drawing: {
    path: '/v1/characters/draw',
    status: 200,
    body: () => ({ text: 'a woman with a bun', seed: 5 }),
    avatars: 0,
    credits: 1,
  },
  'message with a photo': {
    path: '/chat',
    status: 200,
    body: () => ({
      message: 'make me a cartoon',
      session_id: SESSION,
      stream: false,
      image_urls: [`data:image/jpeg;base64,${photo('a photo')}`],
    }),
    avatars: 1,
    credits: 1,
    isMessage: true,
  },
  'message in words': {
    path: '/chat',
    status: 200,
    body: () => ({ message: 'draw a woman with a bun', session_id: SESSION, stream: false }),
    avatars: 0,
    credits: 1,
    isMessage: true,
  },
};

export interface Answer {
  readonly status: number;
  readonly isReplayed: boolean;
  readonly body: Record<string, unknown>;
}

export interface Asked {
  /** Undefined when there was none in time. */
  readonly answer: Answer | undefined;
  /** What each try came to: a status, or `lost`. */
  readonly tries: readonly string[];
}

const LIMIT_MS = 40_000;
const ONE_TRY_MS = 20_000;
const RETRY_MS = 250;
const KEY = 'the-key';

/** As a client does: what is lost, or asked to come again, is repeated with the same key. */
export async function ask(lane: Lane, account: LaneAccount, kind: Kind): Promise<Asked> {
  const { path, headers, body } = PLANS[kind];
  const tries: string[] = [];
  const endMs = Date.now() + LIMIT_MS;
  while (Date.now() < endMs) {
    const answer = await once(`${await lane.address}${path}`, {
      method: 'POST',
      headers: {
        ...account.headers,
        ...headers,
        'content-type': 'application/json',
        'idempotency-key': KEY,
      },
      body: JSON.stringify(body(lane.parts.receiver.url)),
    });
    tries.push(answer === undefined ? 'lost' : String(answer.status));
    if (answer !== undefined && !isAgain(answer)) return { answer, tries };
    await pause(RETRY_MS);
  }
  return { answer: undefined, tries };
}

/** Answers that say so with `Retry-After`. */
const isAgain = ({ status, body }: Answer): boolean =>
  status === 503 || status === 429 || body['code'] === 'idempotency-request-running';

async function once(url: string, init: RequestInit): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ONE_TRY_MS) });
    return {
      status: response.status,
      isReplayed: response.headers.get('idempotency-replayed') === 'true',
      body: (await response.json()) as Record<string, unknown>,
    };
  } catch {
    return undefined;
  }
}

/** Undefined when there is no answer. */
export const get = (lane: Lane, { headers }: LaneAccount, path: string): Promise<Answer | undefined> =>
  lane.address.then((address) => once(`${address}${path}`, { headers }));

/** Whether a link leads to a picture. */
export async function leadsSomewhere(link: unknown): Promise<boolean> {
  if (typeof link !== 'string') return false;
  const response = await fetch(link, { signal: AbortSignal.timeout(ONE_TRY_MS) }).catch(() => undefined);
  return response?.ok === true && (await response.arrayBuffer()).byteLength > 0;
}
