import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a whole file. Replaced in tests by one that fails. */
export type FileWriter = (path: string, bytes: FileBytes) => Promise<void>;

/** The whole file, or its parts one behind the other. */
export type FileBytes = Uint8Array | AsyncIterable<Uint8Array>;

// Flushed: without it a power failure could leave the new name with old, empty blocks.
const writeWholeFile: FileWriter = (path, bytes) => writeFile(path, bytes, { flag: 'wx', flush: true });

/**
 * Makes `path` appear whole or not at all: the bytes go to a file of another name in the same folder, which is then
 * renamed. An existing file is replaced, its permissions included. Processes that write the same file, on one machine
 * or on several, do not disturb each other; a failure leaves nothing behind.
 *
 * @throws the system's own error, whose message may name the path
 */
export async function writeAtomically(
  path: string,
  bytes: FileBytes,
  write: FileWriter = writeWholeFile,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await write(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
