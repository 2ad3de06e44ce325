import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically, type FileWriter } from '@avatar/files';
import { failureReason, modelUnavailable } from '../fetch/download-failure.js';
import type { ModelEntry } from '../manifest.js';
import { sha256OfFile } from './sha256.js';

/** What a look at a stored model found. */
export type WeightsState = 'ok' | 'missing' | 'corrupt';

/** The name carries the content's hash, so another version of a model never meets this one. */
export const weightsFileName = (entry: ModelEntry): string =>
  `${entry.id}-${entry.weights.sha256.slice(0, 12)}.onnx`;

export const weightsPath = (directory: string, entry: ModelEntry): string =>
  join(directory, weightsFileName(entry));

/** Looks without changing anything. */
export async function inspectWeights(directory: string, entry: ModelEntry): Promise<WeightsState> {
  const hash = await sha256OfFile(weightsPath(directory, entry)).catch((error: unknown) => {
    throw modelUnavailable(entry.id, failureReason(error), 'its stored file could not be read', error);
  });
  if (hash === undefined) return 'missing';
  return hash === entry.weights.sha256 ? 'ok' : 'corrupt';
}

export async function storeWeights(
  directory: string,
  entry: ModelEntry,
  bytes: Uint8Array,
  write?: FileWriter,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeAtomically(weightsPath(directory, entry), bytes, write);
}
