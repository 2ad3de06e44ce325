import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from './config.js';
import { configWarnings } from './warnings.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'avatar-config-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test('starts with nothing set, on the loopback address', () => {
  const config = loadConfig({ AVATAR_DATA_DIR: dataDir, PORT: '' });
  expect(config.http).toMatchObject({ host: '127.0.0.1', port: 8080 });
  expect(config.storage).toEqual({ kind: 'local', directory: join(dataDir, 'objects') });
  expect(config.limits.workers).toBeGreaterThan(0);
});

test('development keys are made once and are readable by their owner only', () => {
  const first = loadConfig({ AVATAR_DATA_DIR: dataDir });
  expect(loadConfig({ AVATAR_DATA_DIR: dataDir }).keys).toEqual(first.keys);
  expect(first.keys.encryption.map(({ length }) => length)).toEqual([32]);
  expect(statSync(join(dataDir, 'development-keys.json')).mode & 0o777).toBe(0o600);
});

test('names every problem at once, and no value', () => {
  const load = () =>
    loadConfig({
      NODE_ENV: 'production',
      AVATAR_DATA_DIR: dataDir,
      PORT: 'eighty',
      AVATAR_STORAGE: 's3',
      DATABASE_URL: 'mysql://root:secret@db/x',
      AVATAR_ENCRYPTION_KEY: 'short-secret',
    });
  expect(load).toThrow(
    /PORT: .*\n.*DATABASE_URL: .*\n.*AVATAR_ENCRYPTION_KEY: expected 32 bytes.*\n.*AVATAR_S3_BUCKET: .*\n.*AVATAR_SIGNING_KEYS: is needed/,
  );
  expect(load).not.toThrow(/secret@|short-secret/);
});

test('names that mean nothing are remembered, to be warned of', () => {
  const { unknownVariables } = loadConfig({
    AVATAR_DATA_DIR: dataDir,
    AVATAR_WORKER: '4',
    AVATAR_WORKERS: '1',
    AVATAR_DATADIR: '/x',
    OTHER: '1',
  });
  expect(unknownVariables).toEqual(['AVATAR_WORKER', 'AVATAR_DATADIR']);
});

test('production needs keys, and S3 a bucket', () => {
  const load = () => loadConfig({ NODE_ENV: 'production', AVATAR_DATA_DIR: dataDir, AVATAR_STORAGE: 's3' });
  expect(load).toThrow(
    /AVATAR_S3_BUCKET: .*\n.*AVATAR_SIGNING_KEYS: .*\n.*AVATAR_ENCRYPTION_KEYS: is needed/,
  );
});

test('the first of several encryption keys encrypts, and one alone has a name of its own', () => {
  const [a, b] = [1, 2].map((byte) => Buffer.alloc(32, byte));
  const keys = `${a.toString('base64')},${b.toString('base64')}`;
  const load = (env: Record<string, string>) =>
    loadConfig({ AVATAR_DATA_DIR: dataDir, ...env }).keys.encryption;
  expect(load({ AVATAR_ENCRYPTION_KEYS: keys })).toEqual([a, b]);
  expect(load({ AVATAR_ENCRYPTION_KEY: b.toString('base64') })).toEqual([b]);
});

test('who runs it in production is warned where links would begin with an address that nobody reaches', () => {
  const key = Buffer.alloc(32, 1).toString('base64');
  const env = {
    AVATAR_DATA_DIR: dataDir,
    AVATAR_ENCRYPTION_KEY: key,
    AVATAR_SIGNING_KEYS: key,
    PORT: '9000',
  };
  const warnings = (more: Record<string, string>) => configWarnings(loadConfig({ ...env, ...more }));
  expect(warnings({ NODE_ENV: 'production' })).toEqual([
    expect.stringMatching(/^AVATAR_PUBLIC_URL .* http:\/\/[^/]*:9000,/),
  ]);
  expect(warnings({ NODE_ENV: 'production', AVATAR_PUBLIC_URL: 'https://a.example' })).toEqual([]);
  expect(warnings({ NODE_ENV: 'development', AVATAR_WORKER: '4' })).toEqual([
    'these variables mean nothing to the server: AVATAR_WORKER',
  ]);
});

test('the first of several signing keys signs, and all are kept', () => {
  const [a, b] = [1, 2].map((byte) => Buffer.alloc(32, byte));
  const keys = `${a.toString('base64')}, ${b.toString('base64')}`;
  expect(loadConfig({ AVATAR_DATA_DIR: dataDir, AVATAR_SIGNING_KEYS: keys }).keys.signing).toEqual([a, b]);
});
