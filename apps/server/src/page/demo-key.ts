import type { AccountDirectory } from '../accounts/index.js';
import type { ServerConfig } from '../config/config.js';

const ACCOUNT = 'demo page';
/** Typing draws a picture a few times a second, and thumbnails of it. */
const SETTINGS = { requestsPerMinute: 2_000 } as const;

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/**
 * A key of the demo page's own account, made when it is first asked for; those of earlier starts are revoked. Only on
 * a development server that nobody but this machine reaches: elsewhere the page asks for a key.
 */
export function createDemoKey(
  { environment, http }: ServerConfig,
  directory: AccountDirectory,
): (() => Promise<string>) | undefined {
  if (environment !== 'development' || !LOOPBACK.includes(http.host)) return undefined;
  let made: Promise<string> | undefined;
  return () => (made ??= makeKey(directory));
}

async function makeKey(directory: AccountDirectory): Promise<string> {
  const known = (await directory.list()).find(({ name }) => name === ACCOUNT);
  const { id } = known ?? (await directory.create(ACCOUNT)).account;
  await directory.changeSettings(id, SETTINGS);
  for (const { prefix, revokedAt } of await directory.listKeys(id))
    if (revokedAt === null) await directory.revokeKey(prefix);
  return directory.createKey(id);
}
