import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { usableFolder } from '../config/usable-folder.js';
import { checkedPath, checkedPrefix } from './object-path.js';
import type { ObjectStore, StoredEntry } from './object-store.js';

/** Not a possible first segment of a key. */
const PARTIAL_FOLDER = '.partial';
/** No request and no run takes so long. */
const PARTIAL_MAX_AGE_MS = 900_000;

/** Objects as files in a folder that only the server's user can read. Several processes may share it. */
export async function createLocalStore(directory: string): Promise<ObjectStore> {
  const partialFolder = join(directory, PARTIAL_FOLDER);
  usableFolder(partialFolder, 'AVATAR_DATA_DIR');
  await removeOldPartials(partialFolder);
  const fileOf = (key: string): string => join(directory, ...checkedPath(key).split('/'));

  return {
    put: async (key, bytes) => {
      const file = fileOf(key);
      const partial = join(partialFolder, randomUUID());
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      try {
        // Written to the disk before it gets its name, or a crash could leave the name with nothing behind it.
        await writeFile(partial, bytes, { mode: 0o600, flush: true });
        await rename(partial, file);
      } finally {
        await rm(partial, { force: true });
      }
    },
    get: (key) => readFile(fileOf(key)).then((bytes) => new Uint8Array(bytes), absent),
    delete: (key) => rm(fileOf(key), { force: true }),
    list: (prefix) => filesUnder(directory, checkedPrefix(prefix)),
    sweep: () => removeOldPartials(partialFolder),
    ping: () => access(directory),
  };
}

async function* filesUnder(directory: string, prefix: string): AsyncGenerator<StoredEntry> {
  const entries = await readdir(join(directory, prefix), { withFileTypes: true }).catch(absent);
  for (const entry of entries ?? []) {
    if (entry.name === PARTIAL_FOLDER) continue;
    const key = `${prefix}${entry.name}`;
    if (entry.isDirectory()) yield* filesUnder(directory, `${key}/`);
    else {
      const found = await stat(join(directory, key)).catch(absent);
      if (found) yield { key, sizeBytes: found.size, modifiedAt: found.mtime };
    }
  }
}

/** What a killed process left half written. Younger ones may belong to a process that is still writing. */
async function removeOldPartials(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch(absent)) ?? []) {
    const found = await stat(join(folder, name)).catch(absent);
    if (found && Date.now() - found.mtimeMs > PARTIAL_MAX_AGE_MS)
      await rm(join(folder, name), { force: true });
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
