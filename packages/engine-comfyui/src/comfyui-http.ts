import { engineFailure } from '@avatar/engine';
import type { ComfyUiSettings } from './options.js';

/** Answers that are no picture: a history repeats the whole workflow. */
const MAX_JSON_BYTES = 8_000_000;

export interface Call {
  readonly method?: 'POST';
  readonly body?: string | FormData;
  readonly query?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Requests to one server: no redirect is followed, and no answer is read beyond its bound. */
export class ComfyUiHttp {
  readonly #settings: ComfyUiSettings;

  constructor(settings: ComfyUiSettings) {
    this.#settings = settings;
  }

  /** What the server answers, as JSON; `{}` for an empty answer. */
  async json(route: string, call: Call = {}): Promise<Record<string, unknown>> {
    const response = await this.#fetch(route, call);
    const text = new TextDecoder().decode(await this.#read(response, MAX_JSON_BYTES));
    if (response.status !== 200) throw this.#refusal(route, response.status, text);
    const answer = parsed(text);
    if (answer === undefined) throw this.#wrong(`answered /${route} with something else than JSON`);
    return answer;
  }

  async bytes(route: string, call: Call): Promise<Uint8Array> {
    const response = await this.#fetch(route, call);
    if (response.status !== 200) {
      await response.body?.cancel();
      throw this.#refusal(route, response.status, '');
    }
    return this.#read(response, this.#settings.maxBytes);
  }

  async #fetch(route: string, { method = 'GET' as 'POST', body, query, signal }: Call): Promise<Response> {
    const { url, headers, id } = this.#settings;
    const address = new URL(route, url);
    for (const [name, value] of Object.entries(query ?? {})) address.searchParams.set(name, value);
    const json = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    let response: Response;
    try {
      response = await fetch(address, {
        method,
        headers: { ...headers, ...json },
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (cause) {
      signal?.throwIfAborted();
      throw engineFailure(id, 'engine-unreachable', 'cannot be reached; is ComfyUI running at its url?', {
        cause,
      });
    }
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw this.#wrong('answered with a redirect, which is not followed; give the address itself as url');
    }
    return response;
  }

  async #read(response: Response, maxBytes: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    try {
      for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
        length += chunk.length;
        if (length > maxBytes) throw this.#wrong(`answered with more than ${maxBytes} bytes`);
        chunks.push(chunk);
      }
    } catch (cause) {
      if (cause instanceof TypeError)
        throw engineFailure(this.#settings.id, 'engine-unreachable', 'broke off its answer; try again', {
          cause,
        });
      throw cause;
    }
    return new Uint8Array(Buffer.concat(chunks));
  }

  #refusal(route: string, status: number, text: string) {
    const facts = { httpStatus: status, ...faultyNode(parsed(text)) };
    const { id } = this.#settings;
    if (status === 401 || status === 403)
      return engineFailure(id, 'engine-unauthorised', `refused the request (${status}); look at headers`, {
        facts,
      });
    if (status === 429 || status === 503)
      return engineFailure(id, 'engine-busy', `is busy (${status}); try again later`, { facts });
    const next = 'node' in facts ? `look at node "${facts.node}" of the workflow` : 'look at its log';
    return engineFailure(id, 'engine-failed', `answered /${route} with ${status}; ${next}`, { facts });
  }

  #wrong(message: string) {
    return engineFailure(this.#settings.id, 'engine-wrong-output', message);
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The first node that a refused workflow fails at. Messages of the server are not repeated: they quote inputs. */
function faultyNode(answer: Record<string, unknown> | undefined): {
  readonly node?: string;
  readonly nodeType?: string;
} {
  const [first] = Object.entries((answer?.['node_errors'] ?? {}) as Record<string, { class_type?: unknown }>);
  if (first === undefined) return {};
  const [node, { class_type: nodeType }] = first;
  return typeof nodeType === 'string' ? { node, nodeType } : { node };
}
