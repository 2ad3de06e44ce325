import type { ModelEntry } from '../manifest.js';

/** Makes the one ONNX file of a model from its fetched files. The same files always give the same bytes. */
export function convertModel(entry: ModelEntry, fetched: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const { conversion } = entry;
  switch (conversion.kind) {
    case 'none':
      return fetched.get(entry.files[0]!.path)!;
    default:
      throw new Error(`No converter for ${conversion.kind}`);
  }
}
