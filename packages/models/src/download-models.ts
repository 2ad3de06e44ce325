import { downloadFailure, modelUnavailable } from './fetch/download-failure.js';
import { fetchSource } from './fetch/fetch-source.js';
import { type ModelsMirror, tarballName, weightsFromMirror } from './fetch/models-mirror.js';
import type { NpmSettings } from './fetch/npm-settings.js';
import { openRegistryTarball } from './fetch/registry-tarball.js';
import type { ModelEntry, ModelSource } from './manifest.js';
import { sha256 } from './store/sha256.js';
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

/** Models of one source, and where they may come from. */
export interface Download {
  readonly entries: readonly ModelEntry[];
  readonly source: ModelSource;
  readonly settings: NpmSettings;
  readonly mirror: ModelsMirror | undefined;
  readonly signal: AbortSignal;
  readonly store: (entry: ModelEntry, weights: Uint8Array) => Promise<void>;
  readonly onProgress: (event: DownloadProgress) => void;
}

type Tell = (phase: DownloadProgress['phase'], receivedBytes?: number) => void;

/** News of a download of `totalBytes`; what was received last is told with every phase. */
function news({ source, onProgress }: Download, entries: readonly ModelEntry[], totalBytes: number): Tell {
  const models = entries.map(({ id }) => id);
  let received = 0;
  return (phase, receivedBytes = received) => {
    received = receivedBytes;
    onProgress({
      phase,
      models,
      source: `${source.package}@${source.version}`,
      receivedBytes,
      totalBytes: Math.max(totalBytes, receivedBytes),
    });
  };
}

/** @returns the models whose weights the mirror lacks */
async function takeFromMirror(download: Download): Promise<ModelEntry[]> {
  const { entries, mirror, signal, store } = download;
  if (mirror === undefined) return [...entries];
  const lacking: ModelEntry[] = [];
  for (const entry of entries) {
    const tell = news(download, [entry], entry.weights.sizeBytes);
    const weights = await weightsFromMirror(mirror, entry, signal, (bytes) => tell('downloading', bytes));
    if (weights === undefined) {
      lacking.push(entry);
      continue;
    }
    await store(entry, weights);
    tell('done');
  }
  return lacking;
}

async function takeFromTarball(
  download: Download,
  entries: readonly ModelEntry[],
  convert: WeightsConverter,
): Promise<void> {
  const { source, settings, mirror, signal, store } = download;
  const tell = news(download, entries, source.neededBytes);
  const files = await fetchSource({
    open: async (attempt) =>
      (await mirror?.open(tarballName(source), attempt)) ?? openRegistryTarball(source, settings, attempt),
    files: entries.flatMap((entry) => entry.files),
    signal,
    onReceived: (bytes) => tell('downloading', bytes),
  });
  tell('converting');
  for (const entry of entries) {
    signal.throwIfAborted();
    await store(entry, await verifiedWeights(entry, files, convert));
  }
  tell('done');
}

/**
 * Fetches models that come in one source: from the mirror, then from the source's tarball, which the mirror may have too.
 * Whatever gives them, only pinned content is stored.
 */
export async function downloadModels(download: Download, convert: WeightsConverter): Promise<void> {
  try {
    const lacking = await takeFromMirror(download);
    if (lacking.length > 0) await takeFromTarball(download, lacking, convert);
  } catch (error) {
    download.signal.throwIfAborted();
    throw downloadFailure(download.entries.map(({ id }) => id).join(', '), error);
  }
}
