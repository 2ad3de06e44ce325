import { AvatarError } from '@avatar/stage';
import { type Dispatcher } from 'undici';
import { publicAddresses } from './address-policy.js';
import { limitedBody } from './limited-body.js';
import { pinnedAgent, type PinnedAgentOptions } from './pinned-agent.js';
import { fetchFailed } from './refusal.js';
import { systemLookup } from './resolve-host.js';
import { checkedUrl, type UrlPolicy } from './url-policy.js';

export interface GuardedFetchOptions extends Partial<UrlPolicy & PinnedAgentOptions> {
  /** Redirects that are followed, each checked like the first address. Default 3; 0 hands the redirect back. */
  readonly maxRedirects?: number;
  /** For the whole exchange: names, connections, redirects, headers and body. Default 10,000. */
  readonly timeoutMs?: number;
  /** Default 20,000,000. */
  readonly maxBodyBytes?: number;
}

export interface GuardedRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Only the status matters: the answer's body is not received, whatever its size. Default: false. */
  readonly ignoreBody?: boolean;
  readonly signal?: AbortSignal;
}

export interface GuardedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

/** Requests to addresses that strangers gave us. */
export interface GuardedFetch {
  /**
   * @throws AvatarError `input-rejected` with reason `blocked-address`, `fetch-failed` or `too-large`; an abort
   * rejects with the
   * signal's reason
   */
  readonly request: (url: string, request?: GuardedRequest) => Promise<GuardedResponse>;
  /** Throws what `request` would throw for this address before a name is looked up. */
  readonly check: (url: string) => void;
  readonly close: () => Promise<void>;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const USER_AGENT = 'avatar-server';

/** Defences against server-side request forgery in one place; every fetch of a foreign address goes through one of these. */
export function createGuardedFetch(options: GuardedFetchOptions = {}): GuardedFetch {
  const policy: UrlPolicy = {
    protocols: options.protocols ?? ['http:', 'https:'],
    ports: options.ports ?? [80, 443],
    isAllowedAddress: options.isAllowedAddress ?? publicAddresses,
  };
  const { maxRedirects = 3, timeoutMs = 10_000, maxBodyBytes = 20_000_000 } = options;
  const agent = pinnedAgent({
    isAllowedAddress: policy.isAllowedAddress,
    lookup: options.lookup ?? systemLookup,
    connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
    maxHeaderBytes: options.maxHeaderBytes ?? 16_384,
    ...(options.trustedCertificates && { trustedCertificates: options.trustedCertificates }),
  });

  const exchange = async (start: string, request: GuardedRequest, signal: AbortSignal) => {
    let url = checkedUrl(start, policy);
    for (let redirects = 0; ; redirects++) {
      const response = await orAborted(agent.request(dispatchOptions(url, request, signal)), signal);
      const location = REDIRECTS.has(response.statusCode) ? response.headers.location : undefined;
      if (location === undefined || maxRedirects === 0) {
        return readResponse(response, request.ignoreBody === true ? undefined : maxBodyBytes);
      }
      discard(response.body);
      if (redirects === maxRedirects) throw fetchFailed('too-many-redirects', { maxRedirects });
      url = checkedUrl(String(location), policy, url);
    }
  };

  return {
    check: (url) => void checkedUrl(url, policy),
    close: () => agent.destroy(),
    request: async (url, request = {}) => {
      const limit = AbortSignal.timeout(timeoutMs);
      const signal = request.signal ? AbortSignal.any([request.signal, limit]) : limit;
      try {
        return await exchange(url, request, signal);
      } catch (error) {
        request.signal?.throwIfAborted();
        if (AvatarError.is(error)) throw error;
        throw fetchFailed(limit.aborted ? 'timeout' : 'connection');
      }
    },
  };
}

const dispatchOptions = (
  url: URL,
  { method = 'GET', headers = {}, body }: GuardedRequest,
  signal: AbortSignal,
): Dispatcher.RequestOptions => ({
  origin: url.origin,
  path: url.pathname + url.search,
  method,
  headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'identity', ...headers },
  body: body ?? null,
  signal,
});

/** undici looks at the signal only once it is connected; a name server that keeps us waiting would hold the request. */
const orAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });

async function readResponse(
  response: Dispatcher.ResponseData,
  maxBytes: number | undefined,
): Promise<GuardedResponse> {
  try {
    const body =
      maxBytes === undefined
        ? new Uint8Array(0)
        : await limitedBody(response.body, response.headers, maxBytes);
    return { status: response.statusCode, headers: response.headers, body };
  } finally {
    discard(response.body);
  }
}

/** Ends the transfer; undici would go on receiving, and an unheard `error` event of the stream would end the process. */
const discard = (body: Dispatcher.ResponseData['body']): void => void body.on('error', () => {}).destroy();
