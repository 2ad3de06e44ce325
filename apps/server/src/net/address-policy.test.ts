import { describe, expect, it } from 'vitest';
import { publicAddresses, publicAddressesAnd } from './address-policy.js';

const FORBIDDEN: Readonly<Record<string, readonly string[]>> = {
  'this machine': ['127.0.0.1', '127.255.255.254', '::1', '0.0.0.0', '0.1.2.3', '::'],
  'private networks': ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12::1'],
  'link-local, with the metadata of clouds': ['169.254.169.254', '169.254.0.1', 'fe80::1', 'fec0::1'],
  'metadata inside other ranges': ['100.100.100.200', '192.0.0.192', 'fd00:ec2::254'],
  'shared space of carriers': ['100.64.0.1', '100.127.255.255'],
  'other spellings of IPv4': ['2130706433', '0177.0.0.1', '0x7f.0.0.1', '127.1', '0x7f000001'],
  'IPv4-mapped': ['::ffff:127.0.0.1', '::ffff:169.254.169.254', '::ffff:7f00:1', '::ffff:10.0.0.1'],
  'IPv4-compatible and -translated': ['::127.0.0.1', '::7f00:1', '::a00:1', '::ffff:0:127.0.0.1'],
  '6to4': ['2002:7f00:1::', '2002:a9fe:a9fe::1', '2002:808:808::1'],
  NAT64: ['64:ff9b::7f00:1', '64:ff9b::169.254.169.254', '64:ff9b:1::a00:1'],
  Teredo: ['2001:0:53aa:64c::1', '2001::1'],
  ISATAP: ['2606:4700::5efe:7f00:1', '2606:4700::200:5efe:a00:1'],
  'multicast, broadcast, reserved': ['224.0.0.1', '255.255.255.255', '240.0.0.1', '198.18.0.1', 'ff02::1'],
  'documentation and benchmarks': ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '2001:2::1'],
  'with a zone': ['fe80::1%eth0', '2606:4700::1%lo'],
  'not an address': ['', 'localhost', 'example.org', '1.2.3.4.5', '999.1.1.1', ':::', '1.1.1.1 '],
};

describe('publicAddresses', () => {
  for (const [kind, addresses] of Object.entries(FORBIDDEN))
    it.each(addresses)(`refuses ${kind}: %s`, (address) => expect(publicAddresses(address)).toBe(false));

  it.each(['1.1.1.1', '8.8.8.8', '100.63.255.255', '100.128.0.1', '172.32.0.1', '2606:4700:4700::1111'])(
    'lets through %s',
    (address) => expect(publicAddresses(address)).toBe(true),
  );

  it.each([
    '168.63.129.16',
    '::ffff:168.63.129.16',
    '100.100.100.200',
    '192.0.0.192',
    '169.254.169.254',
    'fd00:ec2::254',
  ])('refuses what answers inside of a cloud: %s', (address) => expect(publicAddresses(address)).toBe(false));

  it('can be widened by single addresses', () => {
    const policy = publicAddressesAnd('127.0.0.1');
    expect([policy('127.0.0.1'), policy('127.0.0.2'), policy('1.1.1.1')]).toEqual([true, false, true]);
  });
});
