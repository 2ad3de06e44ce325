import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './config-error.js';
import { usableFolder } from './usable-folder.js';

/** Secrets of the server, 32 bytes each. */
export interface ServerKeys {
  /** The first one signs, all are accepted. */
  readonly signing: readonly Buffer[];
  /** The first one encrypts, all decrypt. */
  readonly encryption: readonly Buffer[];
}

const key32 = z.string().refine((text) => Buffer.from(text, 'base64').length === 32);
const fileSchema = z.object({ signing: key32, encryption: key32 });

/** Keys for a server that was given none: made at the first start, and the same at every later one. */
export function developmentKeys(dataDir: string): ServerKeys {
  usableFolder(dataDir, 'AVATAR_DATA_DIR');
  const file = join(dataDir, 'development-keys.json');
  const made = { signing: newKey(), encryption: newKey() };
  try {
    // Readable by its owner only, and never over keys that another process has just made.
    writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const { signing, encryption } = readKeys(file);
  return { signing: [Buffer.from(signing, 'base64')], encryption: [Buffer.from(encryption, 'base64')] };
}

function readKeys(file: string): z.output<typeof fileSchema> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new ConfigError([
      `AVATAR_DATA_DIR: ${file} is damaged; put back a copy of it, because nothing else opens what was encrypted with ` +
        'it, or remove it and live without that',
    ]);
  }
}

const newKey = (): string => randomBytes(32).toString('base64');
