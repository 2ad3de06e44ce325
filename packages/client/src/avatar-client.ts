import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.js';
import { chatEvents, events, follow } from './answer-events.js';
import { chatBody } from './chat-body.js';
import { checked, dataOf } from './checked-answer.js';
import { delay } from './delay.js';
import { batchBody, photoBody } from './photo-body.js';
import { retryingFetch, type Fetch } from './retrying-fetch.js';
import { styleBody } from './style-body.js';
import type {
  Avatar,
  AvatarEvent,
  AvatarOptions,
  Batch,
  CallOptions,
  Character,
  ChatAnswer,
  ChatEvent,
  ChatOptions,
  Description,
  DrawnAvatar,
  DrawOptions,
  Job,
  OwnStyle,
  Photo,
  StyleExamples,
  StyleOptions,
  ValidateOptions,
  Validation,
} from './types.js';

export interface AvatarClientOptions {
  /** Where the server is, such as `https://avatars.example`. */
  readonly baseUrl: string;
  /** `avatar_…` */
  readonly apiKey: string;
  /** Repetitions after 429, 503 and lost connections. Default 2. */
  readonly retries?: number;
  /** Default: the global one. */
  readonly fetch?: Fetch;
}

export interface BatchItem {
  readonly photo: Exclude<Photo, undefined>;
  /** Your own name for the person, sent back with the result. */
  readonly reference?: string;
}

/**
 * The avatar API. Every method throws an `AvatarApiError` for an answer that is an error, and the signal's reason for
 * an abort.
 */
export interface AvatarClient {
  /** Makes an avatar, and waits for it. */
  readonly generate: (photo: Photo, options?: AvatarOptions, call?: CallOptions) => Promise<Avatar>;
  /**
   * Makes an avatar and tells of its stages; the last event is `result` or `error`. When the connection is lost, so
   * is the run, and nothing is charged; `submit` and `followJob` go on over lost connections.
   */
  readonly stream: (
    photo: Photo,
    options?: AvatarOptions,
    call?: Pick<CallOptions, 'signal'>,
  ) => AsyncGenerator<AvatarEvent, void>;
  /** Queues an avatar; `waitForJob` or `followJob` bring the result. */
  readonly submit: (photo: Photo, options?: AvatarOptions, call?: CallOptions) => Promise<Job>;
  /** Says what is wrong with a photo, and what an avatar of it would cost. Free. */
  readonly validate: (
    photo: Photo,
    options?: ValidateOptions,
    call?: Pick<CallOptions, 'signal'>,
  ) => Promise<Validation>;
  /** Queues many photos with one style and seed. */
  readonly submitBatch: (
    items: readonly BatchItem[],
    options?: Omit<AvatarOptions, 'delivery' | 'cache_input'>,
    call?: CallOptions,
  ) => Promise<Batch>;
  /** Queues the making of a style of your own; its `style_token` is a `style` in requests when it is ready. */
  readonly createStyle: (
    examples: StyleExamples,
    options?: StyleOptions,
    call?: CallOptions,
  ) => Promise<OwnStyle>;
  /** Looks until the style is `ready` or `failed`, every `everyMs` (default 2000). */
  readonly waitForStyle: (
    token: string,
    options?: { readonly everyMs?: number; readonly signal?: AbortSignal },
  ) => Promise<OwnStyle>;
  /** Looks until the job has ended, every `everyMs` (default 1000). The job may have failed: see its `status`. */
  readonly waitForJob: (
    id: string,
    options?: { readonly everyMs?: number; readonly signal?: AbortSignal },
  ) => Promise<Job>;
  /** Events of a job from its start to its end, over lost connections. */
  readonly followJob: (
    id: string,
    options?: { readonly signal?: AbortSignal },
  ) => AsyncGenerator<AvatarEvent, void>;
  /** Reads words about a person into a character. Free. */
  readonly describe: (text: string, call?: Pick<CallOptions, 'signal'>) => Promise<Description>;
  /**
   * Draws a person: from words, or from the character of an earlier answer. `mode: 'eco'` gives a small preview, which is
   * free and not repeated after a lost connection.
   */
  readonly draw: (
    person: string | Character,
    options?: DrawOptions,
    call?: CallOptions,
  ) => Promise<DrawnAvatar>;
  /**
   * Says what the avatar shall be, or how the last one shall be different, and waits for the answer. Conversations
   * are kept by the server under `session_id`.
   */
  readonly say: (message: string, options?: ChatOptions, call?: CallOptions) => Promise<ChatAnswer>;
  /**
   * The same, with what happens on the way. A connection that is lost ends the turn, which is free then. A refusal is
   * an `error` event before `complete`.
   */
  readonly chat: (
    message: string,
    options?: ChatOptions,
    call?: Pick<CallOptions, 'signal'>,
  ) => AsyncGenerator<ChatEvent, void>;
  /** Every route of the API, with its types, for what has no method here. */
  readonly api: Client<paths>;
}

/** A client of one server with one key. */
export function createAvatarClient(options: AvatarClientOptions): AvatarClient {
  const baseUrl = options.baseUrl.replace(/\/$/, '');
  const send = retryingFetch(options.fetch ?? ((request) => fetch(request)), options.retries ?? 2);
  const authorization = { 'x-api-key': options.apiKey };
  const api = createClient<paths>({ baseUrl, fetch: send, headers: authorization });

  const post = async (
    path: string,
    body: FormData | object,
    { signal, idempotencyKey }: CallOptions,
    headers: Readonly<{ accept?: string; prefer?: string }> = {},
  ): Promise<Response> => {
    const isForm = body instanceof FormData;
    const request = new Request(baseUrl + path, {
      method: 'POST',
      headers: {
        ...authorization,
        ...(!isForm && { 'content-type': 'application/json' }),
        // A stream has no answer that could be given again: it is not repeated.
        ...(headers.accept === undefined && { 'idempotency-key': idempotencyKey ?? crypto.randomUUID() }),
        ...headers,
      },
      body: isForm ? body : JSON.stringify(body),
      ...(signal && { signal }),
    });
    return checked(await send(request));
  };
  const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T;
  const job = async (id: string, signal?: AbortSignal): Promise<Job> =>
    dataOf(await api.GET('/v1/jobs/{id}', { params: { path: { id } }, ...(signal && { signal }) }));
  const ownStyle = async (token: string, signal?: AbortSignal): Promise<OwnStyle> =>
    dataOf(await api.GET('/v1/styles/{token}', { params: { path: { token } }, ...(signal && { signal }) }));

  return {
    api,
    generate: (photo, fields = {}, call = {}) => json(post(GENERATE, photoBody(photo, fields), call)),
    submit: (photo, fields = {}, call = {}) =>
      json(post(GENERATE, photoBody(photo, fields), call, { prefer: 'respond-async' })),
    validate: (photo, fields = {}, call = {}) =>
      json(post('/v1/avatar/validate', photoBody(photo, fields), call)),
    submitBatch: (items, fields = {}, call = {}) =>
      json(post('/v1/avatar/batch', batchBody(items, fields), call)),
    createStyle: (examples, fields = {}, call = {}) =>
      json(post('/v1/styles', styleBody(examples, fields), call)),
    describe: (text, call = {}) => json(post('/v1/characters/describe', { text }, call)),
    draw: (person, fields = {}, call = {}) => {
      const who = typeof person === 'string' ? { text: person } : { character: person };
      const headers = fields.mode === 'eco' ? UNREPEATED : {};
      return json(post('/v1/characters/draw', { ...who, ...fields }, call, headers));
    },
    say: async (message, fields = {}, call = {}) =>
      json(post(CHAT, { ...(await chatBody(message, fields)), stream: false }, call)),
    async *chat(message, fields = {}, call = {}) {
      const answer = await post(CHAT, await chatBody(message, fields), call, { accept: 'text/event-stream' });
      yield* chatEvents(answer);
    },
    async *stream(photo, fields = {}, call = {}) {
      const answer = await post(GENERATE, photoBody(photo, fields), call, { accept: 'text/event-stream' });
      for await (const { event } of events(answer)) yield event;
    },
    waitForJob: async (id, { everyMs = 1000, signal } = {}) => {
      for (;;) {
        const found = await job(id, signal);
        if (found.status !== 'queued' && found.status !== 'running') return found;
        await delay(everyMs, signal);
      }
    },
    waitForStyle: async (token, { everyMs = 2000, signal } = {}) => {
      for (;;) {
        const found = await ownStyle(token, signal);
        if (found.status !== 'queued' && found.status !== 'running') return found;
        await delay(everyMs, signal);
      }
    },
    followJob: (id, { signal } = {}) =>
      follow((lastId) => {
        const headers = {
          ...authorization,
          accept: 'text/event-stream',
          ...(lastId && { 'last-event-id': lastId }),
        };
        const url = `${baseUrl}/v1/jobs/${encodeURIComponent(id)}/events`;
        return send(new Request(url, { headers, ...(signal && { signal }) })).then(checked);
      }, signal),
  };
}

const GENERATE = '/v1/avatar/generate';
const CHAT = '/chat';
/** An answer that was asked for in so many words is not repeated, so the server need not keep it. */
const UNREPEATED = { accept: 'application/json' } as const;
