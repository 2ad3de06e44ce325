import type { Warning } from '@avatar/stage';
import { type ExecutionProvider, type Inference, openInference } from './inference.js';
import type { ModelEntry } from './manifest.js';

/** Opens models with the first execution provider that works here, and remembers the ones that do not. */
export class Runtime {
  readonly #providers: readonly ExecutionProvider[];
  readonly #onWarning: ((warning: Warning) => void) | undefined;
  /** Providers that failed where a later one worked: they are not tried again. */
  readonly #missing = new Set<ExecutionProvider>();

  constructor(providers: readonly ExecutionProvider[], onWarning: ((warning: Warning) => void) | undefined) {
    this.#providers = providers;
    this.#onWarning = onWarning;
  }

  /** @param weights path, or the bytes of the file */
  async open(weights: string | Uint8Array, model: ModelEntry): Promise<Inference> {
    const providers = this.#providers.filter((provider) => !this.#missing.has(provider));
    const inference = await openInference(weights, model, providers);
    for (const provider of inference.refusedBy) this.#reportMissing(provider);
    return inference;
  }

  #reportMissing(provider: ExecutionProvider): void {
    if (this.#missing.has(provider)) return;
    this.#missing.add(provider);
    const message = `The execution provider ${provider} is not available here; the next one is used.`;
    this.#onWarning?.({ code: 'provider-unavailable', message });
  }
}
