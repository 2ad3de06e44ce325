import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Options of the npm client's libraries, with their own names. */
export type NpmSettings = Record<string, unknown>;

type RawSettings = Map<string, string>;

function readNpmrc(path: string, environment: NodeJS.ProcessEnv): RawSettings {
  const settings: RawSettings = new Map();
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return settings;
  }
  for (const line of text.split(/\r?\n/)) {
    const assignment = /^\s*([^#;\s=][^=]*?)\s*=\s*(.*?)\s*$/.exec(line);
    if (assignment === null) continue;
    const value = assignment[2]
      .replace(/^"(.*)"$/, '$1')
      .replace(/\$\{([^}]+)\}/g, (whole, name: string) => environment[name] ?? whole);
    settings.set(assignment[1], value);
  }
  return settings;
}

function readEnvironment(environment: NodeJS.ProcessEnv): RawSettings {
  const settings: RawSettings = new Map();
  for (const [name, value] of Object.entries(environment))
    if (/^npm_config_/i.test(name) && value !== undefined) {
      const key = name.slice('npm_config_'.length);
      const isScoped = key.startsWith('//') || key.startsWith('@');
      settings.set(isScoped ? key : key.toLowerCase().replaceAll('_', '-'), value);
    }
  return settings;
}

function numberOr(value: string | undefined, fallback: number): number {
  const number = Number(value);
  return value === undefined || value === '' || Number.isNaN(number) ? fallback : number;
}

/** Settings that pass through under another name, if they are set at all. */
const renamed: readonly (readonly [string, string])[] = [
  ['registry', 'registry'],
  ['proxy', 'proxy'],
  ['https-proxy', 'httpsProxy'],
  ['noproxy', 'noProxy'],
  ['local-address', 'localAddress'],
  ['replace-registry-host', 'replaceRegistryHost'],
  ['cert', 'cert'],
  ['key', 'key'],
  ['ca', 'ca'],
];

function toClientOptions(raw: RawSettings): NpmSettings {
  const options: NpmSettings = {
    fetchRetries: numberOr(raw.get('fetch-retries'), 2),
    fetchRetryMintimeout: numberOr(raw.get('fetch-retry-mintimeout'), 1_000),
    fetchRetryMaxtimeout: numberOr(raw.get('fetch-retry-maxtimeout'), 10_000),
    timeout: numberOr(raw.get('fetch-timeout'), 60_000),
    strictSSL: raw.get('strict-ssl') !== 'false',
    offline: raw.get('offline') === 'true',
    preferOffline: true,
  };
  for (const [name, option] of renamed) {
    const value = raw.get(name);
    if (value !== undefined && value !== '' && value !== 'null') options[option] = value;
  }
  for (const [name, value] of raw) if (name.startsWith('@') || name.startsWith('//')) options[name] = value;
  const cache = raw.get('cache');
  options['cache'] = cache ? join(cache, '_cacache') : defaultCache();
  const authorities = raw.get('cafile');
  if (authorities) options['ca'] = readAuthorities(authorities) ?? options['ca'];
  return options;
}

function defaultCache(): string {
  const onWindows = process.platform === 'win32' && process.env['LOCALAPPDATA'];
  return onWindows ? join(onWindows, 'npm-cache', '_cacache') : join(homedir(), '.npm', '_cacache');
}

function readAuthorities(path: string): string[] | undefined {
  try {
    return (
      readFileSync(path, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ??
      undefined
    );
  } catch {
    return undefined;
  }
}

/**
 * The user's npm configuration: `npm_config_*` variables before the project's `.npmrc`, before the user's, before the
 * global one. Registry, scopes, credentials, proxy, certificates, cache and retry settings are honoured.
 */
export function npmSettings(
  environment: NodeJS.ProcessEnv = process.env,
  projectFolder: string = process.cwd(),
): NpmSettings {
  const fromEnvironment = readEnvironment(environment);
  const userFile = fromEnvironment.get('userconfig') ?? join(homedir(), '.npmrc');
  const globalFile =
    fromEnvironment.get('globalconfig') ?? join(dirname(dirname(process.execPath)), 'etc', 'npmrc');
  return toClientOptions(
    new Map([
      ...readNpmrc(globalFile, environment),
      ...readNpmrc(userFile, environment),
      ...readNpmrc(join(projectFolder, '.npmrc'), environment),
      ...fromEnvironment,
    ]),
  );
}
