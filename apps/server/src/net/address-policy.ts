import ipaddr from 'ipaddr.js';

/** Says whether a connection to an IP address (never a name) may be made. */
export type AddressPolicy = (address: string) => boolean;

const GLOBAL_UNICAST_V6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];
/**
 * Answers inside of every machine of a cloud, though its range is public: Azure's WireServer. The other clouds' are
 * link-local or private.
 */
const METADATA_ADDRESSES = new Set(['168.63.129.16']);
/** ISATAP (RFC 5214) keeps an IPv4 address in its last four bytes, behind these two groups. */
const ISATAP_GROUPS = [
  [0x0000, 0x5efe],
  [0x0200, 0x5efe],
];

/**
 * Only addresses that anybody on the internet can reach. Loopback, private, link-local (cloud metadata), shared
 * (100.64.0.0/10), multicast and reserved ranges are refused, and so are IPv6 forms that carry an IPv4 address: mapped,
 * compatible, 6to4, NAT64, Teredo, ISATAP. Anything that is no IP address is refused.
 */
export const publicAddresses: AddressPolicy = (address) => {
  // A zone ("fe80::1%eth0") only makes sense for link-local addresses.
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || METADATA_ADDRESSES.has(parsed.toString())) return false;
  return parsed instanceof ipaddr.IPv6 ? isPlainGlobal(parsed) : true;
};

// What is not assigned yet (IPv4-compatible ::127.0.0.1 is in there) has no reason to be fetched.
const isPlainGlobal = (address: ipaddr.IPv6): boolean =>
  address.match(GLOBAL_UNICAST_V6) &&
  !ISATAP_GROUPS.some(([first, second]) => address.parts[4] === first && address.parts[5] === second);

/** Public addresses and the named ones: for tests, and for a picture store inside a private network. */
export function publicAddressesAnd(...allowed: readonly string[]): AddressPolicy {
  const extra = new Set(allowed);
  return (address) => extra.has(address) || publicAddresses(address);
}
