import type { PhotoSource } from '@avatar/stage';

/** A photo as callers have it: a path, a `data:` URL, the bytes of a file, or a source. */
export type PhotoInput = string | Uint8Array | PhotoSource;

export function photoSource(input: PhotoInput): PhotoSource {
  if (typeof input === 'string') return input.startsWith('data:') ? { base64: input } : { path: input };
  return input instanceof Uint8Array ? { bytes: input } : input;
}
