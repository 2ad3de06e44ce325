import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a whole file. Replaced in tests by one that fails. */
export type FileWriter = (path: string, bytes: Uint8Array) => Promise<void>;

export const writeWholeFile: FileWriter = (path, bytes) =>
  writeFile(path, bytes, { flag: 'wx', flush: true });

/**
 * Makes `path` appear whole or not at all: the bytes go to a file of another name in the same folder, which is then
 * renamed. Two processes that write the same file do not disturb each other; a failure leaves nothing behind.
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  write: FileWriter = writeWholeFile,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}-${randomUUID()}.part`;
  try {
    await write(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
