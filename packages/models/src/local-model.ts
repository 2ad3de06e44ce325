import { readRegularFile, type UnreadableFile } from '@avatar/files';
import { modelUnavailable } from './fetch/download-failure.js';
import type { ModelEntry, ModelLicence, TensorContract } from './manifest.js';
import { sha256 } from './store/sha256.js';

/** A model outside the catalogue: a file that its user has brought. */
export interface LocalModel {
  /** Names it in errors, in `used()` and in metadata, in place of its path; such as `acme_poster:model`. */
  readonly id: string;
  /** Path of one ONNX file without external data, up to 512 MiB. A hub reads it once. */
  readonly file: string;
  /** SHA-256 that the file must have, lower-case hex. Default: any content is taken. */
  readonly sha256?: string;
  /** SPDX identifier or expression, as declared by whoever supplies the file. */
  readonly licence: string;
  readonly inputs: readonly TensorContract[];
  readonly outputs: readonly TensorContract[];
}

const MAX_BYTES = 512 * 1024 * 1024;
const THREADS = 2;
const PERMISSIVE: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib',
];

/** What a declared licence counts as. Nobody has checked it: anything but a well-known permissive one is unverified. */
function declaredLicence(spdx: string): ModelLicence {
  const evidence = 'declared by its supplier';
  const alternatives = spdx.split(' OR ').map((terms) => terms.split(' AND '));
  if (alternatives.some((terms) => terms.every((term) => PERMISSIVE.includes(term))))
    return { spdx, status: 'permissive', evidence };
  return { spdx, status: /-NC(?:-|$)/.test(spdx) ? 'restricted' : 'unverified', evidence };
}

/** What is known about a local model, in the catalogue's form. */
export function localEntry(model: LocalModel): ModelEntry {
  const unknown = 'unknown';
  return {
    id: model.id,
    task: 'style',
    summary: 'A model that came with a style.',
    inDefaultSet: false,
    source: 'local',
    files: [],
    upstream: { project: unknown, url: unknown },
    conversion: { kind: 'none' },
    weights: { sha256: model.sha256 ?? unknown, sizeBytes: 0 },
    licence: declaredLicence(model.licence),
    trainingData: unknown,
    inputs: model.inputs,
    outputs: model.outputs,
    // Networks of unknown size keep less working memory.
    runtime: { threads: THREADS, memoryPattern: false },
  };
}

/** Two models are loaded as one only if they also agree on names and shapes. */
export const localKey = ({ file, sha256: hash, inputs, outputs }: LocalModel): string =>
  JSON.stringify([file, hash, inputs, outputs]);

/**
 * The bytes of the file. The runtime is given these and not the path: what was hashed is what runs, and a file of
 * external data that the model may name is not followed.
 */
export async function readLocalWeights({ id, file, sha256: expected }: LocalModel): Promise<Uint8Array> {
  const bytes = await readRegularFile(file, MAX_BYTES);
  if (!(bytes instanceof Uint8Array)) throw unreadable(id, bytes);
  if (expected !== undefined && sha256(bytes) !== expected)
    throw modelUnavailable(id, 'other-content', 'its file is not the one that was declared');
  return bytes;
}

function unreadable(id: string, read: UnreadableFile) {
  if (read.problem === 'not-opened')
    return modelUnavailable(id, 'file-missing', `its file could not be opened (${read.errno})`);
  if (read.problem === 'not-a-file')
    return modelUnavailable(id, 'file-missing', 'its path names no regular file');
  return modelUnavailable(id, 'file-too-large', `its file has ${read.sizeBytes} of ${MAX_BYTES} bytes`);
}
