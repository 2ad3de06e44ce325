import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { writeAtomically } from '@avatar/files';
import { type AvatarError } from '@avatar/stage';
import { Header, Parser, type ReadEntry } from 'tar';
import { downloadFailure, modelUnavailable } from './fetch/download-failure.js';
import { feed } from './fetch/tarball-files.js';
import { bundledManifest, type ModelEntry, type ModelManifest } from './manifest.js';
import { modelsDirectory } from './models-directory.js';
import { sha256 } from './store/sha256.js';
import { storeWeights, weightsFileName, weightsPath } from './store/weights-store.js';
import { modelsOfIds, verifyStored } from './stored-models.js';

const BLOCK_BYTES = 512;

function header(entry: ModelEntry): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  const fields = { mode: 0o644, uid: 0, gid: 0, mtime: new Date(0), type: 'File' as const };
  new Header({ ...fields, path: weightsFileName(entry), size: entry.weights.sizeBytes }).encode(block, 0);
  return block;
}

async function* archive(entries: readonly ModelEntry[], directory: string): AsyncGenerator<Buffer> {
  for (const entry of entries) {
    yield header(entry);
    const weights = await readFile(weightsPath(directory, entry));
    yield weights;
    yield Buffer.alloc((BLOCK_BYTES - (weights.length % BLOCK_BYTES)) % BLOCK_BYTES);
  }
  yield Buffer.alloc(2 * BLOCK_BYTES);
}

export interface BundleOptions {
  /** Where weights are kept. Default: `modelsDirectory()`. */
  readonly directory?: string;
}

/**
 * Writes stored weights into one tar file, for machines without a network: `importModels` takes them out there. The same
 * models give the same bytes.
 *
 * @param ids models of the catalogue. Default: the default set
 * @returns the models in the file
 * @throws AvatarError `model-unavailable` naming models that are missing or damaged
 */
export async function bundleModels(
  file: string,
  ids?: readonly string[],
  { directory = modelsDirectory() }: BundleOptions = {},
): Promise<readonly ModelEntry[]> {
  return bundleModelsWith(bundledManifest, file, ids, directory);
}

export async function bundleModelsWith(
  manifest: ModelManifest,
  file: string,
  ids: readonly string[] | undefined,
  directory: string,
): Promise<readonly ModelEntry[]> {
  const entries = modelsOfIds(ids, manifest);
  await verifyStored(entries, directory);
  await writeAtomically(file, archive(entries, directory));
  return entries;
}

/**
 * Takes weights out of a file that `bundleModels` wrote. Every name, size and SHA-256 has to be the catalogue's, and the
 * file has to be whole: otherwise nothing is stored.
 *
 * @returns the models that were in it
 * @throws AvatarError `model-unavailable`, reasons `not-a-bundle`, `wrong-content`, `file-missing`
 */
export async function importModels(
  file: string,
  { directory = modelsDirectory() }: BundleOptions = {},
): Promise<readonly ModelEntry[]> {
  return importModelsWith(bundledManifest, file, directory);
}

export async function importModelsWith(
  manifest: ModelManifest,
  file: string,
  directory: string,
): Promise<readonly ModelEntry[]> {
  const unpacked = await weightsIn(file, manifest);
  for (const [entry, weights] of unpacked) {
    try {
      await storeWeights(directory, entry, weights);
    } catch (error) {
      throw downloadFailure(entry.id, error);
    }
  }
  return [...unpacked.keys()];
}

const notABundle = (what: string, cause?: unknown): AvatarError =>
  modelUnavailable('The bundle of models', 'not-a-bundle', what, cause);

async function weightsIn(file: string, manifest: ModelManifest): Promise<Map<ModelEntry, Buffer>> {
  const known = new Map(manifest.models.map((entry) => [weightsFileName(entry), entry]));
  const unpacked = new Map<ModelEntry, Buffer>();
  let refusal: AvatarError | undefined;
  let isWhole = false;
  const parser = new Parser({ strict: true, onReadEntry: (read) => take(read) });
  const refuse = (error: AvatarError): void => {
    refusal ??= error;
    parser.abort(error);
  };
  // A name is compared and never used: nothing of the archive says where anything is written.
  const take = (read: ReadEntry): void => {
    const entry = known.get(read.path);
    if (entry === undefined || read.type !== 'File' || read.size !== entry.weights.sizeBytes) {
      refuse(notABundle('it has something that is no model of this version'));
      return;
    }
    const chunks: Buffer[] = [];
    read.on('data', (chunk) => chunks.push(chunk));
    read.on('end', () => {
      const weights = Buffer.concat(chunks);
      if (weights.length < entry.weights.sizeBytes) refuse(notABundle('it is not whole'));
      else if (sha256(weights) !== entry.weights.sha256)
        refuse(modelUnavailable(entry.id, 'wrong-content', 'the bundle has other weights'));
      else unpacked.set(entry, weights);
    });
  };
  parser.on('eof', () => (isWhole = true));
  const source = createReadStream(file);
  try {
    await new Promise<void>((resolve, reject) => {
      parser.on('end', resolve);
      parser.on('error', reject);
      source.on('error', reject);
      feed(source, parser, () => undefined);
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined)
      throw modelUnavailable('The bundle of models', 'file-missing', 'it could not be read', error);
    throw refusal ?? notABundle('it is damaged or no bundle', error);
  } finally {
    source.destroy();
  }
  if (refusal !== undefined) throw refusal;
  if (!isWhole || unpacked.size === 0) throw notABundle('it is not whole');
  return unpacked;
}
