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
  ])('%s', (url) => expect(refusalOf(url)).toBe('blocked-address: address'));

  it.each([
    'file:///etc/passwd',
    'ftp://example.org/a.png',
    'gopher://example.org/',
    'data:image/png;base64,AA',
  ])('%s, for its scheme', (url) => expect(refusalOf(url)).toBe('blocked-address: protocol'));

  it.each(['http://user@example.org/', 'https://user:secret@example.org/', 'http://:secret@example.org/'])(
    '%s, for its credentials',
    (url) => expect(refusalOf(url)).toBe('blocked-address: credentials'),
  );

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
    'https://a/'.padEnd(2049, 'a'),
  ])('what is no address: %s', (url) => expect(refusalOf(url)).toBe('fetch-failed: not-a-url'));
});

describe('addresses that may be looked up', () => {
  it('keep path and query, and lose the fragment', () =>
    expect(refusalOf('https://example.org:443/a%20b.png?x=1&y=#z')).toBe(
      'https://example.org/a%20b.png?x=1&y=',
    ));

  it('are resolved against the page that redirected', () => {
    expect(refusalOf('../b', new URL('https://example.org/a/c'))).toBe('https://example.org/b');
    expect(refusalOf('//127.0.0.1/x', new URL('https://example.org/'))).toBe('blocked-address: address');
  });
});
