/** What ONNX Runtime can do on this machine, as it says itself. */
export interface RuntimeFacts {
  readonly version: string;
  /** Execution providers that come with it. */
  readonly providers: readonly string[];
  /** Those that it would use if their libraries were installed, which only loading a model shows. */
  readonly furtherProviders: readonly string[];
}

/**
 * Loads ONNX Runtime and asks it.
 * @throws the library's own error where it does not load
 */
export async function runtimeFacts(): Promise<RuntimeFacts> {
  const { env, listSupportedBackends } = await import('@avatar/onnxruntime');
  const named = (isBundled: boolean) =>
    listSupportedBackends()
      .filter(({ bundled }) => bundled === isBundled)
      .map(({ name }) => name);
  return { version: env.versions.node ?? 'unknown', providers: named(true), furtherProviders: named(false) };
}
