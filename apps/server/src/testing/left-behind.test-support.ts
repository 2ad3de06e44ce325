import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files below a folder that hold these bytes, plain or in base64; the names of those that should not. */
export async function filesWith(folder: string, needle: string): Promise<string[]> {
  const found: string[] = [];
  const needles = [needle, Buffer.from(needle).toString('base64').slice(0, -4)];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (needles.some((one) => bytes.includes(one))) found.push(path);
  }
  return found;
}

/** Objects of these kinds that lie in a local store. */
export async function storedOf(dataDir: string, kind: string): Promise<string[]> {
  const folder = join(dataDir, 'objects');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.parentPath.endsWith(`/${kind}`))
    .map(({ name }) => name);
}
