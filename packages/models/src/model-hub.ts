import type { Closeable } from '@avatar/stage';
import type { LocalModel } from './local-model.js';
import type { ModelEntry } from './manifest.js';
import type { DownloadProgress } from './download-models.js';
import type { Feeds, InferenceBackend } from './runtime.js';
import type { Tensor } from './tensor.js';

/** What every hub understands, whatever runs its models. */
export interface ModelHubOptions {
  /** Where weights are kept. Default: `modelsDirectory()`. */
  readonly directory?: string;
  /** Told about downloads. */
  readonly onProgress?: (event: DownloadProgress) => void;
  /** Use only what is stored. Default: false. */
  readonly offline?: boolean;
  /** `permissive` refuses models whose licence forbids commercial use or could not be confirmed. Default: `any`. */
  readonly licencePolicy?: 'permissive' | 'any';
  /** Runs local models in the format of TensorFlow.js; `tfjs()` of `@avatar/tfjs`. Default: none, they are refused. */
  readonly tfjs?: InferenceBackend<'tfjs'>;
}

/** A model that is ready to run. It lives as long as its hub. */
export interface LoadedModel {
  readonly entry: ModelEntry;
  /**
   * Runs the model once. Names, shapes and value ranges are the catalogue's (`entry.inputs`, `entry.outputs`).
   *
   * @throws AvatarError `inference-failed`; the signal's reason if it is aborted before the run
   */
  run(feeds: Feeds, options?: { readonly signal?: AbortSignal }): Promise<Record<string, Tensor>>;
}

/** Loads models on first use and shares them, until it is closed. */
export interface ModelHub extends Closeable {
  /** Loads on first use, fetching the weights if need be. @throws AvatarError `model-unavailable` */
  load(id: string, options?: { readonly signal?: AbortSignal }): Promise<LoadedModel>;
  /**
   * Loads a file of the caller's own on first use, under the same rules: shared, bound by `licencePolicy`, released with
   * the hub. Nothing is fetched. @throws AvatarError `model-unavailable`
   */
  loadLocal(model: LocalModel, options?: { readonly signal?: AbortSignal }): Promise<LoadedModel>;
  /** Loads models and runs each once on zeros, so that the first real run is as fast as the next. */
  warmUp(ids: readonly string[], options?: { readonly signal?: AbortSignal }): Promise<void>;
  /** @throws AvatarError `invalid-options` for an unknown id */
  entry(id: string): ModelEntry;
  /** Models loaded so far. */
  used(): readonly ModelEntry[];
}
