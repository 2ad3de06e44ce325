import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelEntry } from '../manifest.js';
import { type FileWriter, writeAtomically } from './atomic-write.js';
import { sha256 } from './sha256.js';

/** What a look at a stored model found. */
export type WeightsState = 'ok' | 'missing' | 'corrupt';

/** The name carries the content's hash, so another version of a model never meets this one. */
export function weightsPath(directory: string, entry: ModelEntry): string {
  return join(directory, `${entry.id}-${entry.weights.sha256.slice(0, 12)}.onnx`);
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The stored bytes if their hash holds. A file that was damaged is removed, so that it can be fetched again. */
export async function readWeights(directory: string, entry: ModelEntry): Promise<Buffer | undefined> {
  const path = weightsPath(directory, entry);
  const bytes = await readIfThere(path);
  if (bytes === undefined || sha256(bytes) === entry.weights.sha256) return bytes;
  await rm(path, { force: true });
  return undefined;
}

/** Looks without changing anything. */
export async function inspectWeights(directory: string, entry: ModelEntry): Promise<WeightsState> {
  const bytes = await readIfThere(weightsPath(directory, entry));
  if (bytes === undefined) return 'missing';
  return sha256(bytes) === entry.weights.sha256 ? 'ok' : 'corrupt';
}

export async function storeWeights(
  directory: string,
  entry: ModelEntry,
  bytes: Uint8Array,
  write?: FileWriter,
): Promise<void> {
  await writeAtomically(weightsPath(directory, entry), bytes, write);
}
