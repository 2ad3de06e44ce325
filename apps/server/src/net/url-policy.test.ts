import { AvatarError } from '@avatar/stage';
import { describe, expect, it } from 'vitest';
import { publicAddresses } from './address-policy.js';
import { checkedUrl, type UrlPolicy } from './url-policy.js';

const policy: UrlPolicy = {
  protocols: ['http:', 'https:'],
  ports: [80, 443],
  isAllowedAddress: publicAddresses,
};

function refusalOf(url: string, base?: URL): string {
  try {
    return checkedUrl(url, policy, base).href;
  } catch (error) {
    if (!AvatarError.is(error)) throw error;
    expect(error.code).toBe('input-rejected');
    // Somebody else's text never comes back in ours.
    if (url.length > 12) expect(JSON.stringify([error.message, error.facts])).not.toContain(url);
    return `${error.reason ?? ''}: ${String(error.facts['rule'])}`;
  }
}

describe('addresses that are refused before a look-up', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://metadata/',
    'http://instance-data/',
    'http://kubernetes.default.svc/',
    'http://wiki.corp/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://172.16.0.1/',
    'http://0.0.0.0/',
    'http://0/',
    'http://[::1]/',
    'http://[::]/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://127.1/',
    'http://①②⑦.0.0.1/',
    'http://127。0。0。1/',
    'http://%31%32%37.0.0.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://100.64.0.1/',
    'http://metadata.google.internal/',
    'http://printer.local/',
    'http://0x7f000001/',
    'http://127.0.0.1./',
    'http://localhost./',
    'http://LOCALHOST/',
    'http://foo.localhost/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://10.0.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://169.254.169.254/',
    'http://169.254.169.254./',
    'http://100.100.100.200/',
    'http://192.0.0.192/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://198.51.100.1/',
    'http://203.0.113.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://192.88.99.1/',
    'http://168.63.129.16/',
    'http://[2001:db8::1]/',
    'http://[3fff::1]/',
    'http://[2001:20::1]/',
    'http://[2001:10::1]/',
    'http://[100::1]/',
    'http://[5f00::1]/',
    'http://[2620:4f:8000::1]/',
    'http://127.0.0.1#@8.8.8.8/',
    'http:///127.0.0.1/',
    'http:127.0.0.1',
    'http:\\\\127.0.0.1',
    'http://①②⑦.⓪.⓪.①/',
    'http://１２７.0.0.1/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[0:0:0:0:0:ffff:7f00:0001]/',
    'http://foo.local/',
    'http://foo.lan/',
    'http://foo.corp/',
    'http://kubernetes.default.svc.cluster.local/',
    'http://x.home.arpa/',
    'http://printer/',
    'http://[2000:5efe::0:5efe:7f00:1]/',
    'http://[2a00::5efe:7f00:1]/',
    'http://0300.0250.0.1/',
    'http://3232235777/',
  ])('%s', (url) => expect(refusalOf(url)).toBe('blocked-address: address'));

  it.each([
    'file:///etc/passwd',
    'ftp://example.org/a.png',
    'gopher://example.org/',
    'data:image/png;base64,AA',
    'javascript:1',
  ])('%s, for its scheme', (url) => expect(refusalOf(url)).toBe('blocked-address: protocol'));

  it.each([
    'http://user@example.org/',
    'https://user:secret@example.org/',
    'http://:secret@example.org/',
    'http://8.8.8.8@127.0.0.1/',
    'http://127.0.0.1%2f@8.8.8.8/',
  ])('%s, for its credentials', (url) => expect(refusalOf(url)).toBe('blocked-address: credentials'));

  it.each(['http://example.org:22/', 'http://example.org:6379/', 'https://example.org:8443/'])(
    '%s, for its port',
    (url) => expect(refusalOf(url)).toBe('blocked-address: port'),
  );

  it.each([
    '',
    'not a url',
    '/relative',
    'http://',
    'http://[::1',
    'http://999.1.1.1/',
    'http://[fe80::1%25eth0]/',
    'https://a/'.padEnd(2049, 'a'),
  ])('what is no address: %s', (url) => expect(refusalOf(url)).toBe('fetch-failed: not-a-url'));
});

describe('addresses that may be looked up', () => {
  it.each([
    ['http://8.8.8.8./', 'http://8.8.8.8/'],
    ['http://8.8.8.8#@127.0.0.1/', 'http://8.8.8.8/'],
    ['http://1.1/', 'http://1.0.0.1/'],
    ['http://[2001:4860:4860::8888]/', 'http://[2001:4860:4860::8888]/'],
  ])('%s is public', (url, href) => expect(refusalOf(url)).toBe(href));

  it('keep path and query, and lose the fragment', () =>
    expect(refusalOf('https://example.org:443/a%20b.png?x=1&y=#z')).toBe(
      'https://example.org/a%20b.png?x=1&y=',
    ));

  it('are resolved against the page that redirected', () => {
    expect(refusalOf('../b', new URL('https://example.org/a/c'))).toBe('https://example.org/b');
    expect(refusalOf('//127.0.0.1/x', new URL('https://example.org/'))).toBe('blocked-address: address');
  });
});
