import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `models/weights` of the checkout that this file is part of, or undefined for an installed package. */
function checkoutDirectory(modulePath: string): string | undefined {
  if (modulePath.split(sep).includes('node_modules')) return undefined;
  for (let folder = dirname(modulePath); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'models', 'manifest.json'))) return join(folder, 'models', 'weights');
    if (folder === dirname(folder)) return undefined;
  }
}

function userCacheDirectory(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (environment['XDG_CACHE_HOME']) return join(environment['XDG_CACHE_HOME'], 'avatar', 'models');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'avatar', 'models');
  if (platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'avatar', 'models');
  return join(homedir(), '.cache', 'avatar', 'models');
}

/**
 * Where weights are kept: `AVATAR_MODELS_DIR` if set, else `models/weights` inside a checkout of this project, else
 * the user's cache directory (`XDG_CACHE_HOME`, `~/Library/Caches`, `%LOCALAPPDATA%` or `~/.cache`).
 */
export function modelsDirectory(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  modulePath: string = fileURLToPath(import.meta.url),
): string {
  if (environment['AVATAR_MODELS_DIR']) return resolve(environment['AVATAR_MODELS_DIR']);
  return checkoutDirectory(modulePath) ?? userCacheDirectory(environment, platform);
}
