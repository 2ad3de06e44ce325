import { choiceOption, knownOptions } from '@avatar/stage';
import { modelUnavailable } from './fetch/download-failure.js';
import type { ModelHub, ModelHubOptions, ModelSession } from './hub-contract.js';
import { type ExecutionProvider, type Feeds, type Inference, openInference } from './inference.js';
import { bundledManifest, findModel, type ModelEntry } from './manifest.js';
import { modelsDirectory } from './models-directory.js';
import { type PullSeams, pullWith } from './pull.js';
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
  readonly #loading = new SharedTasks<Inference>();
  /** By content hash: two ids with the same weights share one session. */
  readonly #loaded = new Map<string, Inference>();
  /** Providers that failed where a later one worked: they are not tried again. */
  readonly #missing = new Set<ExecutionProvider>();
  readonly #used = new Map<string, ModelEntry>();
  readonly #inFlight = new Set<Promise<unknown>>();
  #disposal: Promise<void> | undefined;

  constructor(options: ModelHubOptions, seams: PullSeams) {
    this.#options = options;
    this.#seams = seams;
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
    if (this.#options.licencePolicy === 'permissive' && model.licence.status !== 'permissive')
      throw modelUnavailable(id, 'licence-refused', `its licence is ${model.licence.status}`);
    const key = model.weights.sha256;
    const inference =
      this.#loaded.get(key) ??
      (await this.#loading.join(key, signal, (shared) => this.#track(this.#load(model, shared))));
    this.#refuseIfDisposed();
    this.#used.set(id, model);
    return { model, run: (feeds, runOptions) => this.#run(inference, feeds, runOptions?.signal) };
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

  async #load(model: ModelEntry, signal: AbortSignal): Promise<Inference> {
    const { directory = modelsDirectory(), offline, onProgress, executionProviders } = this.#options;
    if ((await inspectWeights(directory, model)) !== 'ok') {
      const pullOptions = {
        directory,
        signal,
        ...(offline === undefined ? {} : { offline }),
        ...(onProgress === undefined ? {} : { onProgress }),
      };
      await pullWith([model.id], pullOptions, this.#seams);
    }
    signal.throwIfAborted();
    const providers = (executionProviders ?? ['cpu']).filter((provider) => !this.#missing.has(provider));
    const inference = await openInference(weightsPath(directory, model), model, providers);
    for (const provider of inference.refusedBy) this.#reportMissing(provider);
    this.#loaded.set(model.weights.sha256, inference);
    return inference;
  }

  #reportMissing(provider: ExecutionProvider): void {
    if (this.#missing.has(provider)) return;
    this.#missing.add(provider);
    const message = `The execution provider ${provider} is not available here; the next one is used.`;
    this.#options.onWarning?.({ code: 'provider-unavailable', message });
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
