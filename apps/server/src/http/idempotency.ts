import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  personBound,
  type Account,
  type FirstRequest,
  type IdempotencyStore,
  type SavedAnswer,
} from '../accounts/index.js';
import type { Orm } from '../database/index.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route understands `Idempotency-Key`. Its answers are JSON. */
    idempotent?: boolean;
    /** The answers are of the API key that asked, and of no other one of its account. Default: false. */
    isOfKey?: boolean;
    /** What became of what a key is tied to, as this route answers it. Default: as the options say. */
    boundAnswer?: (request: FastifyRequest, boundTo: string) => Promise<BoundAnswer>;
  }
  interface FastifyRequest {
    /** Ties the key to what the request makes; undefined without a key. Call it in the transaction that makes it. */
    bindKey: FirstRequest['bind'] | undefined;
    /** Keeps the answer that will be sent; undefined without a key. Call it in the transaction that charges for it. */
    keepAnswer: KeepAnswer | undefined;
  }
}

/** For what is nowhere but in its answer: 200, with this content and these headers. */
export type KeepAnswer = (
  transaction: Orm,
  answer: { readonly content: unknown; readonly headers: Readonly<Record<string, string>> },
) => Promise<void>;

/** What is to be answered to the repetition of a request whose process died. */
export type BoundAnswer =
  /** As the first request would have been answered. */
  | { readonly kind: 'answer'; readonly send: (reply: FastifyReply) => FastifyReply }
  /** It is still being made. */
  | { readonly kind: 'running' }
  /** It was not made, so the request is done as if it were the first. */
  | { readonly kind: 'again' };

export type IdempotencyProblem = 'key-too-long' | 'content-too-deep' | 'request-running' | 'request-differs';

export interface IdempotencyOptions {
  readonly store: IdempotencyStore;
  readonly accountOf: (request: FastifyRequest) => Account;
  /** Hash of the API key. */
  readonly keyHashOf: (request: FastifyRequest) => string;
  /**
   * Everything that a request sent, for the fingerprint; the server's own knowledge where uploaded files are.
   * Default: the parsed body.
   */
  readonly contentOf?: (request: FastifyRequest) => unknown;
  /** What became of what a key is tied to, as the API answers it. */
  readonly boundAnswer: (request: FastifyRequest, boundTo: string) => Promise<BoundAnswer>;
  /** The error that the server's error handler answers with 400, 409 or 422. */
  readonly problem: (problem: IdempotencyProblem) => Error;
}

const MAX_KEY_LENGTH = 255;
/** Far more than any body of the API has. */
const MAX_DEPTH = 64;
/** Answers that mean "nothing was begun": refused for its form, its money, a conflict, or because there was no room. */
const NOTHING_BEGUN = new Set([400, 401, 402, 409, 413, 415, 429]);
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const KEPT_HEADERS = ['content-type', 'location', 'x-credits-charged'];

/**
 * `Idempotency-Key` for routes with `config: { idempotent: true }`: the same key and request get the answer of the
 * first, whatever it was, with `Idempotency-Replayed: true`. Runs after validation, so a request that is not valid
 * leaves nothing behind. Register it behind whatever finds out the account. Event streams are not repeated, so the
 * key means nothing for them: a run whose listener is gone ends, and is not charged.
 */
export function useIdempotency(app: FastifyInstance, options: IdempotencyOptions): void {
  const running = new WeakMap<FastifyRequest, FirstRequest>();
  /** Bodies that were kept in a transaction: when such a one is sent, its transaction was committed. */
  const kept = new WeakMap<FastifyRequest, string>();
  const contentOf = options.contentOf ?? ((request: FastifyRequest) => request.body);

  app.decorateRequest('bindKey', undefined);
  app.decorateRequest('keepAnswer', undefined);
  app.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
    const key = keyOf(request);
    if (key === undefined) return;
    if (key.length > MAX_KEY_LENGTH) throw options.problem('key-too-long');
    const asked = contentOf(request);
    if (isTooDeep(asked)) throw options.problem('content-too-deep');
    const keyHash = request.routeOptions.config.isOfKey === true ? options.keyHashOf(request) : undefined;
    const fingerprint = fingerprintOf(request, asked, keyHash);
    const found = await options.store.begin(options.accountOf(request).id, key, fingerprint);
    if (found.kind === 'running') throw options.problem('request-running');
    if (found.kind === 'different') throw options.problem('request-differs');
    if (found.kind === 'replay') return replay(reply, found.answer);
    const first = found.request;
    const { boundTo } = first;
    if (boundTo !== undefined) {
      const boundAnswer = request.routeOptions.config.boundAnswer ?? options.boundAnswer;
      const answer = await boundAnswer(request, boundTo).catch(async (error: unknown) => {
        await first.leave();
        throw error;
      });
      if (answer.kind === 'running') {
        await first.leave();
        throw options.problem('request-running');
      }
      if (answer.kind === 'answer') {
        running.set(request, first);
        return answer.send(reply.header('idempotency-replayed', 'true'));
      }
      await first.untie();
    }
    running.set(request, first);
    request.bindKey = first.bind;
    request.keepAnswer = async (transaction, { content, headers }) => {
      // Routes that can also stream have a schema for each type of content.
      const serialize = reply.getSerializationFunction('200', 'application/json');
      const body = (serialize?.(content as Record<string, unknown>) ?? reply.serialize(content)) as string;
      const sent = { statusCode: 200, headers: { ...JSON_TYPE, ...headers }, body };
      await first.saveIn(transaction, sent, personOf(request));
      kept.set(request, body);
    };
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const first = running.get(request);
    if (first === undefined) return;
    running.delete(request);
    if (typeof payload !== 'string' || isNothingBegun(reply, request.problemStatus)) return first.forget();
    if (payload === kept.get(request)) {
      first.ended();
      return;
    }
    const sent = { statusCode: reply.statusCode, headers: keptHeaders(reply), body: payload };
    await first.save(sent, personOf(request));
  });

  /** Whom the answer goes with when they are erased. */
  function personOf(request: FastifyRequest): string | undefined {
    const { reference } = (request.body ?? {}) as { readonly reference?: unknown };
    return typeof reference === 'string' ? personBound(options.accountOf(request).id, reference) : undefined;
  }
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  const isAsked = request.routeOptions.config.idempotent === true && typeof key === 'string' && key !== '';
  return isAsked && !isEventStream(request) ? key : undefined;
}

const isEventStream = ({ headers: { accept = '', prefer = '' } }: FastifyRequest): boolean =>
  accept.includes('text/event-stream') && !String(prefer).includes('respond-async');

function replay(reply: FastifyReply, { statusCode, headers, body }: SavedAnswer): FastifyReply {
  return reply.code(statusCode).headers(headers).header('idempotency-replayed', 'true').send(body);
}

/** Whether an end with this status, which was never answered, is worth another try instead of an answer. */
export const isWorthAgain = (status: number): boolean => status === 503 || NOTHING_BEGUN.has(status);

/** 503 with `Retry-After` is a full queue; without it, something broke on the way. */
const isNothingBegun = (reply: FastifyReply, status = reply.statusCode): boolean =>
  NOTHING_BEGUN.has(status) || (status === 503 && reply.hasHeader('retry-after'));

const keptHeaders = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );

/**
 * What shapes the answer: method, path with query, the forms that were asked for, the session, the content in any order
 * of its names, and who asks, where that matters.
 */
function fingerprintOf(request: FastifyRequest, content: unknown, keyHash: string | undefined): string {
  const { prefer = '', accept = '', 'x-session-id': session } = request.headers;
  const sent = [request.method, request.url, String(prefer), accept, canonical(content), keyHash, session];
  return createHash('sha256').update(JSON.stringify(sent)).digest('hex');
}

/** What is nested deeper would fill the stack. Level by level, for the same reason. */
function isTooDeep(content: unknown): boolean {
  let level: readonly unknown[] = [content];
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
        ? (Object.values(value) as unknown[])
        : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex');
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, inner]) => [name, canonical(inner)]);
}
