import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Secrets of the server, 32 bytes each. */
export interface ServerKeys {
  /** The first one signs, all are accepted. */
  readonly signing: readonly Buffer[];
  /** The first one encrypts, all decrypt. */
  readonly encryption: readonly Buffer[];
}

const fileSchema = z.object({ signing: z.string(), encryption: z.string() });

/** Keys for a server that was given none: made at the first start, and the same at every later one. */
export function developmentKeys(dataDir: string): ServerKeys {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'development-keys.json');
  const made = { signing: newKey(), encryption: newKey() };
  try {
    // Readable by its owner only, and never over keys that another process has just made.
    writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const { signing, encryption } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { signing: [Buffer.from(signing, 'base64')], encryption: [Buffer.from(encryption, 'base64')] };
}

const newKey = (): string => randomBytes(32).toString('base64');
