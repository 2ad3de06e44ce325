import { choiceOption, knownOptions } from '@avatar/stage';
import { modelUnavailable } from './fetch/download-failure.js';
import type { ModelHub, ModelHubOptions, ModelSession } from './hub-contract.js';
import type { Feeds, Inference } from './inference.js';
import { localEntry, localKey, type LocalModel, readLocalWeights } from './local-model.js';
import { bundledManifest, findModel, type ModelEntry } from './manifest.js';
import { modelsDirectory } from './models-directory.js';
import { type PullSeams, pullWith } from './pull.js';
import { Runtime } from './runtime.js';
import { SharedTasks } from './shared-task.js';
import { inspectWeights, weightsPath } from './store/weights-store.js';
import { type Tensor, tensorSize } from './tensor.js';

const PROVIDERS = ['cpu', 'cuda', 'dml', 'coreml'] as const;

/** Creates a hub. Nothing is read or fetched until a model is asked for. */
export function createModelHub(options: ModelHubOptions = {}): ModelHub {
  return createHubWith(options, {});
}

/** `createModelHub` with what tests replace. */
export function createHubWith(options: ModelHubOptions, seams: PullSeams): ModelHub {
  knownOptions('createModelHub', options, [
    'executionProviders',
    'directory',
    'onProgress',
    'offline',
    'licencePolicy',
    'onWarning',
  ]);
  for (const provider of options.executionProviders ?? [])
    choiceOption('executionProviders', provider, PROVIDERS);
  if (options.licencePolicy !== undefined)
    choiceOption('licencePolicy', options.licencePolicy, ['permissive', 'any']);
  return new SharedModelHub(options, seams);
}

class SharedModelHub implements ModelHub {
  readonly #options: ModelHubOptions;
  readonly #seams: PullSeams;
  readonly #runtime: Runtime;
  readonly #loading = new SharedTasks<Inference>();
  /** By content hash: two ids with the same weights share one session. */
  readonly #loaded = new Map<string, Inference>();
  readonly #used = new Map<string, ModelEntry>();
  readonly #inFlight = new Set<Promise<unknown>>();
  #disposal: Promise<void> | undefined;

  constructor(options: ModelHubOptions, seams: PullSeams) {
    this.#options = options;
    this.#seams = seams;
    this.#runtime = new Runtime(options.executionProviders ?? ['cpu'], options.onWarning);
  }

  entry(id: string): ModelEntry {
    return findModel(id, this.#seams.manifest ?? bundledManifest);
  }

  used(): readonly ModelEntry[] {
    return [...this.#used.values()];
  }

  async session(id: string, { signal }: { readonly signal?: AbortSignal } = {}): Promise<ModelSession> {
    this.#refuseIfDisposed();
    signal?.throwIfAborted();
    const model = this.entry(id);
    return this.#share(model, model.weights.sha256, signal, (shared) => this.#stored(model, shared));
  }

  async localSession(
    local: LocalModel,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<ModelSession> {
    this.#refuseIfDisposed();
    signal?.throwIfAborted();
    return this.#share(localEntry(local), localKey(local), signal, () => readLocalWeights(local));
  }

  async warmUp(ids: readonly string[], options: { readonly signal?: AbortSignal } = {}): Promise<void> {
    for (const id of ids) {
      const session = await this.session(id, options);
      const zeros: Record<string, Tensor> = {};
      for (const { name, shape, typicalShape } of session.model.inputs) {
        const dims = typicalShape ?? shape.map(Number);
        zeros[name] = { data: new Float32Array(tensorSize(dims)), dims };
      }
      await session.run(zeros, options);
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#disposal ??= this.#release();
    return this.#disposal;
  }

  /** One session for all who ask for the same `key`. */
  async #share(
    model: ModelEntry,
    key: string,
    signal: AbortSignal | undefined,
    weightsOf: (signal: AbortSignal) => Promise<string | Uint8Array>,
  ): Promise<ModelSession> {
    if (this.#options.licencePolicy === 'permissive' && model.licence.status !== 'permissive')
      throw modelUnavailable(model.id, 'licence-refused', `its licence is ${model.licence.status}`);
    const load = async (shared: AbortSignal): Promise<Inference> => {
      const weights = await weightsOf(shared);
      shared.throwIfAborted();
      const inference = await this.#runtime.open(weights, model);
      this.#loaded.set(key, inference);
      return inference;
    };
    const inference =
      this.#loaded.get(key) ?? (await this.#loading.join(key, signal, (shared) => this.#track(load(shared))));
    this.#refuseIfDisposed();
    this.#used.set(model.id, model);
    return { model, run: (feeds, runOptions) => this.#run(inference, feeds, runOptions?.signal) };
  }

  /** Path of the stored weights, fetched if need be. */
  async #stored(model: ModelEntry, signal: AbortSignal): Promise<string> {
    const { directory = modelsDirectory(), offline, onProgress } = this.#options;
    if ((await inspectWeights(directory, model)) !== 'ok') {
      const pullOptions = {
        directory,
        signal,
        ...(offline === undefined ? {} : { offline }),
        ...(onProgress === undefined ? {} : { onProgress }),
      };
      await pullWith([model.id], pullOptions, this.#seams);
    }
    return weightsPath(directory, model);
  }

  async #run(
    inference: Inference,
    feeds: Feeds,
    signal: AbortSignal | undefined,
  ): Promise<Record<string, Tensor>> {
    this.#refuseIfDisposed();
    signal?.throwIfAborted();
    return this.#track(inference.run(feeds));
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
