import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import type { AddressPolicy } from './address-policy.js';
import { resolveHost, type HostLookup } from './resolve-host.js';

export interface PinnedAgentOptions {
  readonly isAllowedAddress: AddressPolicy;
  readonly lookup: HostLookup;
  /** For the look-up of a name, and again for the TCP and TLS handshake. */
  readonly connectTimeoutMs: number;
  readonly maxHeaderBytes: number;
  /** PEM certificates to trust besides the system's: for tests. */
  readonly trustedCertificates?: readonly string[];
}

/** An undici agent whose every connection is checked at connect time, and goes to the address that was checked. */
export function pinnedAgent(options: PinnedAgentOptions): Agent {
  const connectTo = buildConnector({
    timeout: options.connectTimeoutMs,
    ...(options.trustedCertificates && { ca: [...options.trustedCertificates] }),
  });
  const connect: buildConnector.connector = (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    resolveHost(host, options.isAllowedAddress, options.lookup, options.connectTimeoutMs).then(
      (address) => {
        // The certificate is checked against the name, not against the address that it was pinned to.
        const servername = isIP(host) === 0 ? { servername: target.servername ?? host } : {};
        connectTo({ ...target, ...servername, hostname: address }, callback);
      },
      (reason: unknown) => callback(reason as Error, null),
    );
  };
  return new Agent({
    connect,
    // No connection outlives its request: a kept one would skip the check of the next request.
    pipelining: 0,
    maxHeaderSize: options.maxHeaderBytes,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}
