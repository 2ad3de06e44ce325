import { type Inference, type InferenceBackend, type ModelEntry, modelUnavailable } from '@avatar/models';
import { knownOptions, type Warning } from '@avatar/stage';
import { isCommandLineTooLong } from './command-line.js';
import type * as Library from './open-inference.js';
import { checkProviders, type ExecutionProvider, type OnnxRuntimeOptions } from './options.js';

/**
 * ONNX Runtime as a hub needs it. The library is loaded with the first model.
 *
 * @throws AvatarError `invalid-options`
 */
export function onnxRuntime(options: OnnxRuntimeOptions = {}): InferenceBackend<'onnx'> {
  knownOptions('onnxRuntime', options, ['executionProviders', 'onWarning']);
  const providers = new Providers(checkProviders(options.executionProviders ?? ['cpu']), options.onWarning);
  return {
    format: 'onnx',
    open: async (weights, entry): Promise<Inference> => {
      const { openInference } = await loadLibrary(entry);
      const { inference, refusedBy } = await openInference(weights, entry, providers.promising());
      for (const provider of refusedBy) providers.reportMissing(provider);
      return inference;
    },
  };
}

async function loadLibrary({ id }: ModelEntry): Promise<typeof Library> {
  if (isCommandLineTooLong())
    throw modelUnavailable(
      id,
      'long-command-line',
      'this process was started with so many arguments that ONNX Runtime would end it',
    );
  try {
    return await import('./open-inference.js');
  } catch (cause) {
    throw modelUnavailable(id, 'no-runtime', `ONNX Runtime could not be loaded here${because(cause)}`, cause);
  }
}

/** What the system says, such as a library that is not there; its further lines are for whoever debugs. */
const because = (cause: unknown): string =>
  cause instanceof Error ? ` (${cause.message.split('\n')[0]})` : '';

/** Remembers the execution providers that do not work here. */
class Providers {
  readonly #preferred: readonly ExecutionProvider[];
  readonly #onWarning: ((warning: Warning) => void) | undefined;
  /** Providers that failed where a later one worked: they are not tried again. */
  readonly #missing = new Set<ExecutionProvider>();

  constructor(preferred: readonly ExecutionProvider[], onWarning: ((warning: Warning) => void) | undefined) {
    this.#preferred = preferred;
    this.#onWarning = onWarning;
  }

  promising(): readonly ExecutionProvider[] {
    return this.#preferred.filter((provider) => !this.#missing.has(provider));
  }

  reportMissing(provider: ExecutionProvider): void {
    if (this.#missing.has(provider)) return;
    this.#missing.add(provider);
    const message = `The execution provider ${provider} is not available here; the next one is used.`;
    this.#onWarning?.({ code: 'provider-unavailable', message });
  }
}
