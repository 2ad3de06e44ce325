import type { Stats } from 'node:fs';
import { constants, open, type FileHandle } from 'node:fs/promises';
import { emptyFile, fileNotFound, notAFile, tooManyBytes } from './refusal.js';

// A FIFO without a writer would block the opening, and a terminal would become ours. Windows lacks both flags.
const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants as Partial<typeof constants> & typeof constants;

/** The whole of a regular file of at most `maxBytes`. The size is known before a byte is read. */
export async function readRegularFile(path: string, maxBytes: number): Promise<Uint8Array> {
  const handle = await openFile(path);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw notAFile(kindOf(stats));
    if (stats.size > maxBytes) throw tooManyBytes(stats.size, maxBytes);
    if (stats.size === 0) throw emptyFile();
    return await readUpTo(handle, stats.size);
  } finally {
    await handle.close();
  }
}

/** The system's own error names the path, so that only its number goes on. */
async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  } catch (error) {
    const errno = (error as NodeJS.ErrnoException).code ?? 'unknown';
    // Windows will not open a folder at all; a socket cannot be opened anywhere.
    if (errno === 'EISDIR') throw notAFile('folder');
    if (errno === 'ENXIO') throw notAFile('special file');
    throw fileNotFound(errno);
  }
}

/** A file that grows meanwhile is read as far as it was measured. */
async function readUpTo(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

const kindOf = (stats: Stats): string => (stats.isDirectory() ? 'folder' : 'special file');
