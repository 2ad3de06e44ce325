import { isIP } from 'node:net';
import type { AddressPolicy } from './address-policy.js';
import { blockedAddress, fetchFailed } from './refusal.js';

export interface UrlPolicy {
  /** Accepted schemes. Production takes only `https:` for callbacks. */
  readonly protocols: readonly ('http:' | 'https:')[];
  /** Accepted ports, the scheme's default included. */
  readonly ports: readonly number[];
  readonly isAllowedAddress: AddressPolicy;
}

const MAX_URL_LENGTH = 2048;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };
/** Names that mean "this machine" or "this network" by standard or by the habit of cloud providers. */
const LOCAL_NAME =
  /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|svc|home\.arpa)$|^[^.:[\]]+$/;

/**
 * Parses and checks an address before anything is looked up. The URL parser turns every spelling of an IPv4 address
 * (decimal, octal, hexadecimal, short) into the dotted one, so that one check sees them all.
 *
 * @throws AvatarError `input-rejected`: `fetch-failed` when it is no usable address, `blocked-address` when it is a
 * forbidden one
 */
export function checkedUrl(text: string, policy: UrlPolicy, base?: URL): URL {
  if (text.length > MAX_URL_LENGTH || !URL.canParse(text, base?.href)) throw fetchFailed('not-a-url');
  const url = new URL(text, base?.href);
  if (!policy.protocols.some((protocol) => protocol === url.protocol)) throw blockedAddress('protocol');
  if (url.username !== '' || url.password !== '') throw blockedAddress('credentials');
  if (!policy.ports.includes(portOf(url))) throw blockedAddress('port');
  const host = hostOf(url);
  if (isIP(host) !== 0 ? !policy.isAllowedAddress(host) : LOCAL_NAME.test(host))
    throw blockedAddress('address');
  url.hash = '';
  return url;
}

const portOf = (url: URL): number =>
  url.port === '' ? (DEFAULT_PORTS[url.protocol] ?? 0) : Number(url.port);

/** The host without the brackets of IPv6 and the dot of a fully qualified name. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
