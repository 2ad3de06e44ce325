import { gzipSync } from 'node:zlib';
import { AvatarError } from '@avatar/stage';
import { afterEach, describe, expect, it } from 'vitest';
import { publicAddressesAnd } from './address-policy.js';
import { fetchPhoto } from './fetch-photo.js';
import { createGuardedFetch, type GuardedFetch, type GuardedFetchOptions } from './guarded-fetch.js';
import { localServer, type LocalServer } from './hostile-server.test-support.js';

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function serverOf(...[listener, host]: Parameters<typeof localServer>): Promise<LocalServer> {
  const server = await localServer(listener, host);
  cleanUps.push(server.close);
  return server;
}

/** Loopback's first address is let in, all others stay forbidden. */
function guardedOf(server: LocalServer, options: GuardedFetchOptions = {}): GuardedFetch {
  const guarded = createGuardedFetch({
    ports: [server.port],
    isAllowedAddress: publicAddressesAnd('127.0.0.1'),
    lookup: async () => ['127.0.0.1'],
    ...options,
  });
  cleanUps.push(guarded.close);
  return guarded;
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!AvatarError.is(error)) throw new Error('Expected an AvatarError', { cause: error });
  expect(error.code).toBe('input-rejected');
  return `${error.reason ?? ''}: ${String(error.facts['rule'] ?? error.facts['maxBytes'])}`;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('a fetch that is allowed', () => {
  it('goes to the address that was checked, under the name that was asked for', async () => {
    const server = await serverOf((request, response) => response.end(request.headers['accept-encoding']));
    const guarded = guardedOf(server);
    const response = await guarded.request(`http://photos.example:${server.port}/a.png?x=1#y`);
    expect([response.status, text(response.body)]).toEqual([200, 'identity']);
    expect(server.requests).toEqual([`photos.example:${server.port}/a.png?x=1`]);
  });

  it('goes to an IPv6 address too', async ({ skip }) => {
    const server = await serverOf((_, response) => response.end('six'), '::1').catch(() => undefined);
    // No IPv6 on this machine.
    if (server === undefined) return skip();
    const guarded = guardedOf(server, {
      isAllowedAddress: publicAddressesAnd('::1'),
      lookup: async () => ['::1'],
    });
    for (const host of ['[::1]', 'six.example'])
      expect(text((await guarded.request(`http://${host}:${server.port}/`)).body)).toBe('six');
  });

  it('sends a body', async () => {
    const server = await serverOf((request, response) => void request.pipe(response));
    const sent = await guardedOf(server).request(`http://hook.example:${server.port}/`, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(text(sent.body)).toBe('{"a":1}');
  });

  it('follows redirects, relative ones too', async () => {
    const server = await serverOf((request, response) => {
      if (request.url === '/end') return response.end('here');
      return response.writeHead(302, { location: request.url === '/1' ? '/2' : '/end' }).end('elsewhere');
    });
    const guarded = guardedOf(server);
    expect(text((await guarded.request(`http://a.example:${server.port}/1`)).body)).toBe('here');
    expect(server.requests).toHaveLength(3);
  });

  it('can leave the body where only the status matters', async () => {
    const server = await serverOf((_, response) => void response.writeHead(200).write(Buffer.alloc(100_000)));
    const guarded = guardedOf(server, { maxBodyBytes: 10 });
    const response = await guarded.request(`http://a.example:${server.port}/`, { ignoreBody: true });
    expect([response.status, response.body.length]).toEqual([200, 0]);
  });

  it('can hand the redirect back instead', async () => {
    const server = await serverOf((_, response) => response.writeHead(302, { location: '/2' }).end());
    const guarded = guardedOf(server, { maxRedirects: 0 });
    expect((await guarded.request(`http://a.example:${server.port}/`)).status).toBe(302);
    expect(server.requests).toHaveLength(1);
  });
});

describe('names', () => {
  const answer = 'secret of the inside';
  const FORBIDDEN = [
    '127.0.0.2',
    '10.0.0.5',
    '169.254.169.254',
    '::1',
    '100.64.0.1',
    '::ffff:127.0.0.2',
    '64:ff9b::7f00:1',
  ];

  it.each(FORBIDDEN)('that resolve to %s are refused before a connection', async (address) => {
    const server = await serverOf((_, response) => response.end(answer), '0.0.0.0');
    const guarded = guardedOf(server, { lookup: async () => [address] });
    expect(await refusalOf(guarded.request(`http://evil.example:${server.port}/`))).toBe(
      'fetch-failed: no-public-address',
    );
    expect(server.requests).toEqual([]);
  });

  it('are refused when one of several addresses is forbidden', async () => {
    const server = await serverOf((_, response) => response.end(answer));
    const guarded = guardedOf(server, { lookup: async () => ['127.0.0.1', '10.0.0.1'] });
    expect(await refusalOf(guarded.request(`http://evil.example:${server.port}/`))).toBe(
      'fetch-failed: no-public-address',
    );
  });

  it('that change their address between check and use gain nothing: one look-up a connection', async () => {
    const server = await serverOf((_, response) => response.end(answer), '0.0.0.0');
    let lookups = 0;
    const guarded = guardedOf(server, { lookup: async () => [lookups++ === 0 ? '127.0.0.1' : '127.0.0.2'] });
    const url = `http://rebind.example:${server.port}/`;
    expect((await guarded.request(url)).status).toBe(200);
    expect(lookups).toBe(1);
    // No connection is kept, so the next request is checked anew.
    expect(await refusalOf(guarded.request(url))).toBe('fetch-failed: no-public-address');
    expect([lookups, server.requests.length]).toEqual([2, 1]);
  });

  it('that do not exist', async () => {
    const server = await serverOf((_, response) => response.end());
    const none = guardedOf(server, { lookup: async () => [] });
    const failing = guardedOf(server, { lookup: () => Promise.reject(new Error('ENOTFOUND evil.example')) });
    for (const guarded of [none, failing])
      expect(await refusalOf(guarded.request(`http://a.example:${server.port}/`))).toBe(
        'fetch-failed: no-public-address',
      );
  });

  it('that resolve to this machine by the real resolver', async () => {
    const server = await serverOf((_, response) => response.end(answer));
    const guarded = createGuardedFetch({ ports: [server.port] });
    cleanUps.push(guarded.close);
    for (const host of [
      'localhost',
      '127.0.0.1',
      '2130706433',
      '0177.0.0.1',
      '0.0.0.0',
      '[::1]',
      '[::ffff:127.0.0.1]',
    ])
      expect(await refusalOf(guarded.request(`http://${host}:${server.port}/`))).toBe(
        'blocked-address: address',
      );
    expect(server.requests).toEqual([]);
  });
});

describe('redirects', () => {
  it.each([
    ['http://127.0.0.2:PORT/', 'blocked-address: address'],
    ['http://169.254.169.254:PORT/latest/', 'blocked-address: address'],
    ['http://[::ffff:127.0.0.2]:PORT/', 'blocked-address: address'],
    ['//2130706434:PORT/', 'blocked-address: address'],
    ['file:///etc/passwd', 'blocked-address: protocol'],
    ['ftp://a.example/', 'blocked-address: protocol'],
    ['http://user:pass@a.example:PORT/', 'blocked-address: credentials'],
    ['http://a.example:22/', 'blocked-address: port'],
    ['http://[::1]:PORT/', 'blocked-address: address'],
    ['http://0x7f.2:PORT/', 'blocked-address: address'],
    ['http://localhost:PORT/', 'blocked-address: address'],
    ['http:\\\\127.0.0.2:PORT\\', 'blocked-address: address'],
    ['http://[', 'fetch-failed: not-a-url'],
  ])('to %s are refused', async (location, refusal) => {
    const server: LocalServer = await serverOf((request, response) =>
      request.url === '/start'
        ? response.writeHead(302, { location: location.replace('PORT', String(server.port)) }).end()
        : response.end('reached'),
    );
    expect(await refusalOf(guardedOf(server).request(`http://a.example:${server.port}/start`))).toBe(refusal);
    expect(server.requests).toHaveLength(1);
  });

  it('to a name that points inside are refused', async () => {
    const server: LocalServer = await serverOf((_, response) =>
      response.writeHead(301, { location: `http://inside.example:${server.port}/` }).end(),
    );
    const guarded = guardedOf(server, {
      lookup: async (name) => [name === 'inside.example' ? '10.0.0.1' : '127.0.0.1'],
    });
    expect(await refusalOf(guarded.request(`http://a.example:${server.port}/`))).toBe(
      'fetch-failed: no-public-address',
    );
  });

  it.each([301, 302, 303, 307, 308])('of %i to this machine are refused', async (status) => {
    const server: LocalServer = await serverOf((_, response) =>
      response.writeHead(status, { location: `http://127.0.0.2:${server.port}/` }).end(),
    );
    expect(await refusalOf(guardedOf(server).request(`http://a.example:${server.port}/`))).toBe(
      'blocked-address: address',
    );
  });

  it('to a name that has changed its address since the first step are refused', async () => {
    const server = await serverOf((_, response) => response.writeHead(302, { location: '/again' }).end());
    let asked = 0;
    const guarded = guardedOf(server, { lookup: async () => [asked++ === 0 ? '127.0.0.1' : '10.0.0.1'] });
    expect(await refusalOf(guarded.request(`http://a.example:${server.port}/`))).toBe(
      'fetch-failed: no-public-address',
    );
    expect(server.requests).toHaveLength(1);
  });

  it('are followed three times', async () => {
    const server = await serverOf(({ url }, response) => {
      const step = Number(url?.slice(1));
      if (step === 3) response.end('there');
      else response.writeHead(302, { location: `/${step + 1}` }).end();
    });
    expect(text((await guardedOf(server).request(`http://a.example:${server.port}/0`)).body)).toBe('there');
  });

  it('that never end are left after three', async () => {
    const server = await serverOf((_, response) => response.writeHead(307, { location: '/again' }).end());
    expect(await refusalOf(guardedOf(server).request(`http://a.example:${server.port}/`))).toBe(
      'fetch-failed: too-many-redirects',
    );
    expect(server.requests).toHaveLength(4);
  });
});

describe('answers that would hurt', () => {
  it('an announced size above the limit is refused without reading', async () => {
    const server = await serverOf((_, response) => {
      response.writeHead(200, { 'content-length': 5_000_000 });
      response.flushHeaders();
    });
    expect(
      await refusalOf(guardedOf(server, { maxBodyBytes: 1000 }).request(`http://a.example:${server.port}/`)),
    ).toBe('too-large: 1000');
  });

  it('an endless body is cut at the limit', async () => {
    let sent = 0;
    const server = await serverOf((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384;
      };
      response.on('drain', more);
      more();
    });
    const refusal = refusalOf(
      guardedOf(server, { maxBodyBytes: 100_000 }).request(`http://a.example:${server.port}/`),
    );
    expect(await refusal).toBe('too-large: 100000');
    expect(sent).toBeLessThan(50_000_000);
  });

  it('a body of exactly the limit passes', async () => {
    const server = await serverOf((_, response) => response.end(Buffer.alloc(1000)));
    const response = await guardedOf(server, { maxBodyBytes: 1000 }).request(
      `http://a.example:${server.port}/`,
    );
    expect(response.body).toHaveLength(1000);
  });

  it.each(['gzip', 'br', 'deflate', 'zstd'])('a compressed body is not opened: %s', async (encoding) => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    const server = await serverOf((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb),
    );
    expect(await refusalOf(guardedOf(server).request(`http://a.example:${server.port}/`))).toBe(
      'fetch-failed: content-encoding',
    );
  });

  it('a body that drips is left at the time limit', async () => {
    const timers: NodeJS.Timeout[] = [];
    cleanUps.push(async () => timers.forEach((timer) => clearInterval(timer)));
    const server = await serverOf((_, response) => {
      response.writeHead(200);
      timers.push(setInterval(() => response.write('.'), 10));
    });
    expect(
      await refusalOf(guardedOf(server, { timeoutMs: 200 }).request(`http://a.example:${server.port}/`)),
    ).toBe('fetch-failed: timeout');
  });

  it('headers that never come are left at the time limit', async () => {
    const server = await serverOf(() => undefined);
    expect(
      await refusalOf(guardedOf(server, { timeoutMs: 200 }).request(`http://a.example:${server.port}/`)),
    ).toBe('fetch-failed: timeout');
  });

  it('a name server that never answers is left at the time limit', async () => {
    const server = await serverOf(() => undefined);
    const guarded = guardedOf(server, {
      timeoutMs: 200,
      lookup: () => new Promise(() => undefined),
      connectTimeoutMs: 400,
    });
    expect(await refusalOf(guarded.request(`http://a.example:${server.port}/`))).toBe(
      'fetch-failed: timeout',
    );
  });

  it('headers above the limit', async () => {
    const server = await serverOf((_, response) =>
      response.writeHead(200, { 'x-long': 'a'.repeat(20_000) }).end(),
    );
    expect(await refusalOf(guardedOf(server).request(`http://a.example:${server.port}/`))).toBe(
      'fetch-failed: connection',
    );
  });

  it('a connection that breaks', async () => {
    const server = await serverOf((_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half');
      setImmediate(() => response.destroy());
    });
    expect(await refusalOf(guardedOf(server).request(`http://a.example:${server.port}/`))).toBe(
      'fetch-failed: connection',
    );
  });
});

describe('the caller', () => {
  it('can stop it, and gets its own reason', async () => {
    const server = await serverOf(() => undefined);
    const controller = new AbortController();
    const work = guardedOf(server).request(`http://a.example:${server.port}/`, { signal: controller.signal });
    const reason = new Error('changed my mind');
    setTimeout(() => controller.abort(reason), 20);
    await expect(work).rejects.toBe(reason);
  });

  it('gets only whole photos, and sends nothing of whoever asked', async () => {
    const server = await serverOf((request, response) => {
      for (const name of ['authorization', 'cookie', 'x-api-key', 'x-forwarded-for', 'referer'])
        expect(request.headers).not.toHaveProperty(name);
      if (request.url === '/none') return response.writeHead(404).end('not here');
      if (request.url === '/broken') return response.writeHead(500).end('no');
      if (request.url === '/page') response.setHeader('content-type', 'text/html');
      if (request.url === '/empty') return response.end();
      return response.end('pixels');
    });
    const guarded = guardedOf(server);
    const address = `http://a.example:${server.port}`;
    expect(text(await fetchPhoto(guarded, `${address}/one`))).toBe('pixels');
    // What it is, its bytes say.
    expect(text(await fetchPhoto(guarded, `${address}/page`))).toBe('pixels');
    expect(await fetchPhoto(guarded, `${address}/empty`)).toHaveLength(0);
    for (const path of ['none', 'broken'])
      expect(await refusalOf(fetchPhoto(guarded, `${address}/${path}`))).toBe('fetch-failed: status');
  });
});
