import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { npmSettings } from './npm-settings.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'avatar-npmrc-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const isolated = (extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  npm_config_userconfig: join(folder, 'user.npmrc'),
  npm_config_globalconfig: join(folder, 'global.npmrc'),
  ...extra,
});

describe('npmSettings', () => {
  it('has defaults without any configuration', () => {
    const settings = npmSettings(isolated(), folder);
    expect(settings).toMatchObject({ fetchRetries: 2, strictSSL: true, offline: false });
    expect(settings['registry']).toBeUndefined();
  });

  it('reads registry, scopes, credentials and proxy', async () => {
    await writeFile(
      join(folder, 'user.npmrc'),
      [
        '; a comment',
        'registry = https://registry.example/npm/',
        '@vladmandic:registry=https://scoped.example/',
        '//registry.example/npm/:_authToken=${TOKEN}',
        'https-proxy="http://proxy.example:8080"',
        'strict-ssl=false',
        'cache=/npm-cache',
        'fetch-retries=5',
      ].join('\n'),
    );
    expect(npmSettings(isolated({ TOKEN: 'secret' }), folder)).toMatchObject({
      registry: 'https://registry.example/npm/',
      '@vladmandic:registry': 'https://scoped.example/',
      '//registry.example/npm/:_authToken': 'secret',
      httpsProxy: 'http://proxy.example:8080',
      strictSSL: false,
      cache: join('/npm-cache', '_cacache'),
      fetchRetries: 5,
    });
  });

  it('puts the environment before the project, the user and the global file', async () => {
    await writeFile(
      join(folder, 'global.npmrc'),
      'registry=https://global.example/\nproxy=http://global.example',
    );
    await writeFile(join(folder, 'user.npmrc'), 'registry=https://user.example/');
    expect(npmSettings(isolated(), folder)).toMatchObject({
      registry: 'https://user.example/',
      proxy: 'http://global.example',
    });
    await writeFile(join(folder, '.npmrc'), 'registry=https://project.example/');
    expect(npmSettings(isolated(), folder)['registry']).toBe('https://project.example/');
    const environment = isolated({ npm_config_registry: 'https://environment.example/' });
    expect(npmSettings(environment, folder)['registry']).toBe('https://environment.example/');
  });
});
