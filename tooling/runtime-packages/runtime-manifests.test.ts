import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Manifest, platformManifest, PLATFORMS, publishedFacade } from './runtime-manifests.js';

const source = new URL('../../packages/onnxruntime/', import.meta.url);
const runtime = dirname(dirname(createRequire(source).resolve('onnxruntime-node')));
const readManifest = (path: string | URL) => JSON.parse(readFileSync(path, 'utf8')) as Manifest;
const facade = readManifest(new URL('package.json', source));
const upstream = readManifest(join(runtime, 'package.json'));

describe('the packages of ONNX Runtime', () => {
  it('are for the platforms that it has libraries for', () => {
    const libraries = join(runtime, 'bin/napi-v6');
    const found = readdirSync(libraries).flatMap((os) =>
      readdirSync(join(libraries, os)).map((cpu) => `${os} ${cpu}`),
    );
    expect(PLATFORMS.map(({ os, cpu }) => `${os} ${cpu}`).sort()).toEqual(found.sort());
  });

  it('have the version of what is in them', () => {
    expect(facade.version).toBe(upstream.version);
  });

  it('run nothing when they are installed, and are installed where they run only', () => {
    for (const platform of PLATFORMS) {
      const manifest = platformManifest(facade, upstream, platform);
      expect(manifest).not.toHaveProperty('scripts');
      expect(manifest).toMatchObject({ os: [platform.os], cpu: [platform.cpu], license: 'MIT' });
      expect(Object.keys(manifest['dependencies'] as object)).toEqual(['onnxruntime-common']);
    }
  });

  it('are chosen by one that asks for none of them by force', () => {
    const published = publishedFacade(facade, upstream);
    expect(published).not.toHaveProperty('private');
    expect(published).not.toHaveProperty('scripts');
    expect(Object.keys(published['dependencies'] as object)).toEqual(['onnxruntime-common']);
    expect(published['optionalDependencies']).toMatchObject({
      '@avatar/onnxruntime-linux-x64': facade.version,
      '@avatar/onnxruntime-win32-arm64': facade.version,
    });
    expect(published['peerDependenciesMeta']).toEqual({ 'onnxruntime-node': { optional: true } });
  });
});
