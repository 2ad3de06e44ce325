import type { Stats } from 'node:fs';
import { constants, open, type FileHandle } from 'node:fs/promises';

/** Why a file was not read. Nothing in it names the path. */
export type UnreadableFile =
  /** `errno`: what the system answered, such as `ENOENT`. */
  | { readonly problem: 'not-opened'; readonly errno: string }
  | { readonly problem: 'not-a-file'; readonly kind: 'folder' | 'special file' }
  | { readonly problem: 'too-large'; readonly sizeBytes: number };

// A FIFO without a writer would block the opening, and a terminal would become ours. Windows lacks both flags.
const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants as Partial<typeof constants> & typeof constants;

/**
 * The whole of a regular file, or why there is none: folders, pipes, devices and sockets are told apart, and the size
 * is known before a byte is read. A file that grows meanwhile is read as far as it was measured.
 *
 * @param maxBytes largest size that is read
 */
export async function readRegularFile(path: string, maxBytes: number): Promise<Uint8Array | UnreadableFile> {
  const handle = await openFile(path);
  if ('problem' in handle) return handle;
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return { problem: 'not-a-file', kind: kindOf(stats) };
    if (stats.size > maxBytes) return { problem: 'too-large', sizeBytes: stats.size };
    return await readUpTo(handle, stats.size);
  } finally {
    await handle.close();
  }
}

async function openFile(path: string): Promise<FileHandle | UnreadableFile> {
  try {
    return await open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  } catch (error) {
    const errno = (error as NodeJS.ErrnoException).code ?? 'unknown';
    // Windows will not open a folder at all; a socket cannot be opened anywhere.
    if (errno === 'EISDIR') return { problem: 'not-a-file', kind: 'folder' };
    if (errno === 'ENXIO') return { problem: 'not-a-file', kind: 'special file' };
    return { problem: 'not-opened', errno };
  }
}

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

const kindOf = (stats: Stats) => (stats.isDirectory() ? 'folder' : 'special file');
