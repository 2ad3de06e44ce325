import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { AddressPolicy } from './address-policy.js';
import { blockedAddress, fetchFailed } from './refusal.js';

const NONE: readonly string[] = [];

/** All addresses of a name, in the order in which they should be tried. */
export type HostLookup = (name: string) => Promise<readonly string[]>;

export const systemLookup: HostLookup = async (name) =>
  (await lookup(name, { all: true })).map(({ address }) => address);

/**
 * The one address that a connection goes to. The caller connects to exactly this address and does not look the name
 * up again, so that a name server cannot answer differently between check and use (DNS rebinding). A name with even
 * one forbidden address is refused: no honest service points at both. It is refused as a name that nobody has, because
 * the difference would tell strangers which names there are in our network.
 */
export async function resolveHost(
  host: string,
  isAllowed: AddressPolicy,
  lookupHost: HostLookup,
  timeoutMs: number,
): Promise<string> {
  if (isIP(host) !== 0) {
    if (!isAllowed(host)) throw blockedAddress('address');
    return host;
  }
  const addresses = await Promise.race([lookupHost(host), delay(timeoutMs, NONE, { ref: false })]).catch(
    () => NONE,
  );
  const [first] = addresses;
  if (first === undefined || !addresses.every(isAllowed)) throw fetchFailed('no-public-address');
  return first;
}
