import { createRequire } from 'node:module';

/** What ONNX Runtime can do on this machine, as it says itself. */
export interface RuntimeFacts {
  readonly version: string;
  /** Execution providers that this build of it has. Whether their drivers are there shows when a model is loaded. */
  readonly providers: readonly string[];
}

/**
 * Loads ONNX Runtime and asks it.
 * @throws the library's own error where it does not load
 */
export async function runtimeFacts(): Promise<RuntimeFacts> {
  const { listSupportedBackends } = await import('onnxruntime-node');
  const { version } = createRequire(import.meta.url)('onnxruntime-node/package.json') as { version: string };
  return { version, providers: listSupportedBackends().map(({ name }) => name) };
}
