import { choiceOption, knownOptions } from '@avatar/stage';
import { checkFeeds } from './check-feeds.js';
import { type FetchParts, fetchModelsWith } from './fetch-models.js';
import { modelUnavailable } from './fetch/download-failure.js';
import { localEntry, localKey, type LocalModel, readLocalWeights } from './local-model.js';
import { readTfjsWeights } from './local-tfjs-weights.js';
import { bundledManifest, findModel, type ModelEntry } from './manifest.js';
import type { LoadedModel, ModelHub, ModelHubOptions } from './model-hub.js';
import { modelsDirectory } from './models-directory.js';
import type { Inference, InferenceBackend } from './runtime.js';
import { SharedTasks } from './shared-task.js';
import { inspectWeights, weightsPath } from './store/weights-store.js';
import { type Tensor, tensorSize } from './tensor.js';
import type { WeightsConverter } from './weights-converter.js';

/** What a hub is put together from. */
export interface ModelHubParts {
  readonly runtime: InferenceBackend<'onnx'>;
  /** Asked when weights were fetched that need it, and not before. */
  readonly convert: WeightsConverter;
}

/**
 * Puts a hub together from what runs models and what converts them; `createModelHub` of `@avatar/onnx` does it with ONNX
 * Runtime. Nothing is read or fetched until a model is asked for.
 *
 * @throws AvatarError `invalid-options`
 */
export function assembleModelHub(parts: ModelHubParts, options: ModelHubOptions = {}): ModelHub {
  return assembleHubWith(parts, options);
}

/** `assembleModelHub` with what tests replace. */
export function assembleHubWith(parts: ModelHubParts & FetchParts, options: ModelHubOptions): ModelHub {
  knownOptions('assembleModelHub', options, ['directory', 'onProgress', 'offline', 'licencePolicy', 'tfjs']);
  if (options.licencePolicy !== undefined)
    choiceOption('licencePolicy', options.licencePolicy, ['permissive', 'any']);
  return new SharedModelHub(parts, options);
}

class SharedModelHub implements ModelHub {
  readonly #parts: ModelHubParts & FetchParts;
  readonly #options: ModelHubOptions;
  readonly #loading = new SharedTasks<Inference>();
  /** By content hash: two ids with the same weights are loaded once. */
  readonly #loaded = new Map<string, Inference>();
  readonly #used = new Map<string, ModelEntry>();
  readonly #inFlight = new Set<Promise<unknown>>();
  #disposal: Promise<void> | undefined;

  constructor(parts: ModelHubParts & FetchParts, options: ModelHubOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  entry(id: string): ModelEntry {
    return findModel(id, this.#parts.manifest ?? bundledManifest);
  }

  used(): readonly ModelEntry[] {
    return [...this.#used.values()];
  }

  async load(id: string, { signal }: { readonly signal?: AbortSignal } = {}): Promise<LoadedModel> {
    this.#refuseIfDisposed();
    signal?.throwIfAborted();
    const entry = this.entry(id);
    return this.#share(entry, entry.weights.sha256, signal, async (shared) => {
      const weights = await this.#stored(entry, shared);
      shared.throwIfAborted();
      return this.#parts.runtime.open(weights, entry);
    });
  }

  async loadLocal(
    local: LocalModel,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<LoadedModel> {
    this.#refuseIfDisposed();
    signal?.throwIfAborted();
    const entry = localEntry(local);
    return this.#share(entry, localKey(local), signal, (shared) => this.#openLocal(local, entry, shared));
  }

  async warmUp(ids: readonly string[], options: { readonly signal?: AbortSignal } = {}): Promise<void> {
    for (const id of ids) {
      const model = await this.load(id, options);
      const zeros: Record<string, Tensor> = {};
      for (const { name, shape, typicalShape } of model.entry.inputs) {
        const dims = typicalShape ?? shape.map(Number);
        zeros[name] = { data: new Float32Array(tensorSize(dims)), dims };
      }
      await model.run(zeros, options);
    }
  }

  close(): Promise<void> {
    this.#disposal ??= this.#release();
    return this.#disposal;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** Loaded once for all who ask for the same `key`. */
  async #share(
    entry: ModelEntry,
    key: string,
    signal: AbortSignal | undefined,
    open: (signal: AbortSignal) => Promise<Inference>,
  ): Promise<LoadedModel> {
    if (this.#options.licencePolicy === 'permissive' && entry.licence.status !== 'permissive')
      throw modelUnavailable(entry.id, 'licence-refused', `its licence is ${entry.licence.status}`);
    const load = async (shared: AbortSignal): Promise<Inference> => {
      const inference = await open(shared);
      this.#loaded.set(key, inference);
      return inference;
    };
    const inference =
      this.#loaded.get(key) ?? (await this.#loading.join(key, signal, (shared) => this.#track(load(shared))));
    this.#refuseIfDisposed();
    this.#used.set(entry.id, entry);
    return {
      entry,
      run: async (feeds, runOptions) => {
        this.#refuseIfDisposed();
        runOptions?.signal?.throwIfAborted();
        checkFeeds(entry, feeds);
        return this.#track(inference.run(feeds));
      },
    };
  }

  async #openLocal(local: LocalModel, entry: ModelEntry, signal: AbortSignal): Promise<Inference> {
    if (local.format !== 'tfjs') {
      const weights = await readLocalWeights(local);
      signal.throwIfAborted();
      return this.#parts.runtime.open(weights, entry);
    }
    const { tfjs } = this.#options;
    if (tfjs === undefined)
      throw modelUnavailable(local.id, 'no-backend', 'this hub runs no models of TensorFlow.js');
    const weights = await readTfjsWeights(local);
    signal.throwIfAborted();
    return tfjs.open(weights, entry);
  }

  /** Path of the stored weights, fetched if need be. */
  async #stored(entry: ModelEntry, signal: AbortSignal): Promise<string> {
    const { directory = modelsDirectory(), offline, onProgress } = this.#options;
    if ((await inspectWeights(directory, entry)) !== 'ok') {
      const fetchOptions = {
        directory,
        signal,
        ...(offline === undefined ? {} : { offline }),
        ...(onProgress === undefined ? {} : { onProgress }),
      };
      await fetchModelsWith([entry.id], this.#parts, fetchOptions);
    }
    return weightsPath(directory, entry);
  }

  async #track<T>(work: Promise<T>): Promise<T> {
    this.#inFlight.add(work);
    try {
      return await work;
    } finally {
      this.#inFlight.delete(work);
    }
  }

  async #release(): Promise<void> {
    await Promise.allSettled(this.#inFlight);
    await Promise.allSettled([...this.#loaded.values()].map((inference) => inference.release()));
    this.#loaded.clear();
  }

  #refuseIfDisposed(): void {
    if (this.#disposal !== undefined) throw modelUnavailable('model hub', 'disposed', 'it was disposed');
  }
}
