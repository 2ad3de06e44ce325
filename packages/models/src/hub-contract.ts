import type { Warning } from '@avatar/stage';
import type { ExecutionProvider, Feeds } from './inference.js';
import type { LocalModel } from './local-model.js';
import type { ModelEntry } from './manifest.js';
import type { DownloadProgress } from './pull.js';
import type { Tensor } from './tensor.js';

export interface ModelHubOptions {
  /** In order of preference; one that is missing gives a warning and the next is used. Default: `['cpu']`. */
  readonly executionProviders?: readonly ExecutionProvider[];
  /** Where weights are kept. Default: `modelsDirectory()`. */
  readonly directory?: string;
  /** Told about downloads. */
  readonly onProgress?: (event: DownloadProgress) => void;
  /** Use only what is stored. Default: false. */
  readonly offline?: boolean;
  /** `permissive` refuses models whose licence forbids commercial use or could not be confirmed. Default: `any`. */
  readonly licencePolicy?: 'permissive' | 'any';
  readonly onWarning?: (warning: Warning) => void;
}

/** A loaded model. It lives as long as its hub. */
export interface ModelSession {
  readonly model: ModelEntry;
  /**
   * Runs the model once. Names, shapes and value ranges are the manifest's (`model.inputs`, `model.outputs`).
   *
   * @throws AvatarError `inference-failed`; the signal's reason if it is aborted before the run
   */
  run(feeds: Feeds, options?: { readonly signal?: AbortSignal }): Promise<Record<string, Tensor>>;
}

/** Loads models on first use and shares them. Dispose it with `await using`. */
export interface ModelHub extends AsyncDisposable {
  /** Loads on first use, fetching the weights if need be. @throws AvatarError `model-unavailable` */
  session(id: string, options?: { readonly signal?: AbortSignal }): Promise<ModelSession>;
  /**
   * Loads a file of the caller's own on first use, under the same rules: shared, bound by `licencePolicy`, released with
   * the hub. Nothing is fetched. @throws AvatarError `model-unavailable`
   */
  localSession(model: LocalModel, options?: { readonly signal?: AbortSignal }): Promise<ModelSession>;
  /** Loads models and runs each once on zeros, so that the first real run is as fast as the next. */
  warmUp(ids: readonly string[], options?: { readonly signal?: AbortSignal }): Promise<void>;
  /** @throws AvatarError `invalid-options` for an unknown id */
  entry(id: string): ModelEntry;
  /** Models loaded so far. */
  used(): readonly ModelEntry[];
}
