import { defineStage, type Photo, type PhotoSource, type Stage } from '@avatar/stage';
import { decodeHeicPhoto, decodePhoto } from './decode-source.js';
import { loadSettings, type LoadOptions, type LoadSettings } from './options.js';
import { readSource } from './read-source.js';
import { notAnImage, unsupportedFormat } from './refusal.js';
import { sniffFormat } from './sniff.js';

/**
 * Stage `source -> photo`: a file, bytes or base64 to an upright, opaque 8-bit sRGB picture.
 *
 * The format is told by the first bytes alone. Bytes, pixels and sides are measured before a pixel is decoded.
 *
 * @throws AvatarError `invalid-options` for a wrong option or source; `input-rejected` with reason `not-found`,
 * `not-an-image`, `unsupported-format`, `corrupt`, `too-small` or `too-large`.
 */
export function load(options: LoadOptions = {}): Stage<'source', 'photo'> {
  const settings = loadSettings(options);
  return defineStage({
    name: 'load',
    reads: ['source'],
    writes: ['photo'],
    run: async ({ source }, { signal }) => ({ photo: await loadPhoto(source, settings, signal) }),
  });
}

async function loadPhoto(source: PhotoSource, settings: LoadSettings, signal: AbortSignal): Promise<Photo> {
  signal.throwIfAborted();
  const bytes = await readSource(source, settings.maxBytes);
  const sniffed = sniffFormat(bytes);
  if (!sniffed) throw notAnImage();
  signal.throwIfAborted();
  const photo = sniffed.supported
    ? await decodePhoto(bytes, sniffed.format, settings, signal)
    : await decodeOther(bytes, sniffed.format, settings, signal);
  signal.throwIfAborted();
  return photo;
}

/** A format that is not read, other than with help. */
async function decodeOther(
  bytes: Uint8Array,
  format: string,
  settings: LoadSettings,
  signal: AbortSignal,
): Promise<Photo> {
  if (format === 'heic') return decodeHeicPhoto(bytes, settings, signal);
  throw unsupportedFormat(format);
}
