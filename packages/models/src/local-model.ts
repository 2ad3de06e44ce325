import { readRegularFile, type UnreadableFile } from '@avatar/files';
import { modelUnavailable } from './fetch/download-failure.js';
import type { ModelEntry, ModelLicence, TensorContract } from './manifest.js';
import type { WeightsFormat } from './runtime.js';
import { sha256 } from './store/sha256.js';

/** A model outside the catalogue: a file that its user has brought. */
export interface LocalModel {
  /** Names it in errors, in `used()` and in metadata, in place of its path; such as `acme_poster:model`. */
  readonly id: string;
  /**
   * Path of one ONNX file without external data, or of the `model.json` of a graph or layers model of TensorFlow.js, whose
   * shards lie beside it. All together up to 512 MiB. A hub reads it once.
   */
  readonly file: string;
  /** Default: `onnx`. Models in the format `tfjs` run in hubs with such a backend (`ModelHubOptions.tfjs`). */
  readonly format?: WeightsFormat;
  /**
   * SHA-256 that the file must have, lower-case hex; of a TensorFlow.js model that of `model.json` and its shards one
   * behind the other. Default: any content is taken.
   */
  readonly sha256?: string;
  /** SPDX identifier or expression, as declared by whoever supplies the file. */
  readonly licence: string;
  readonly inputs: readonly TensorContract[];
  readonly outputs: readonly TensorContract[];
}

/** Of all files of a model together. */
export const MAX_LOCAL_BYTES = 512 * 1024 * 1024;
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
export const localKey = ({ file, format, sha256: hash, inputs, outputs }: LocalModel): string =>
  JSON.stringify([file, format, hash, inputs, outputs]);

/**
 * The bytes of the file. The runtime is given these and not the path: what was hashed is what runs, and a file of
 * external data that the model may name is not followed.
 */
export async function readLocalWeights({ id, file, sha256: expected }: LocalModel): Promise<Uint8Array> {
  const bytes = await readModelFile(id, file, MAX_LOCAL_BYTES);
  if (expected !== undefined && sha256(bytes) !== expected)
    throw modelUnavailable(id, 'other-content', 'its file is not the one that was declared');
  return bytes;
}

/** @throws AvatarError `model-unavailable`, reasons `file-missing` and `file-too-large` */
export async function readModelFile(id: string, file: string, maxBytes: number): Promise<Uint8Array> {
  const bytes = await readRegularFile(file, maxBytes);
  if (bytes instanceof Uint8Array) return bytes;
  throw unreadable(id, bytes);
}

function unreadable(id: string, read: UnreadableFile) {
  if (read.problem === 'not-opened')
    return modelUnavailable(id, 'file-missing', `its file could not be opened (${read.errno})`);
  if (read.problem === 'not-a-file')
    return modelUnavailable(id, 'file-missing', 'its path names no regular file');
  return modelUnavailable(id, 'file-too-large', `its file has ${read.sizeBytes} of ${MAX_LOCAL_BYTES} bytes`);
}
