import { decodeImage, readHeader, type ImageHeader } from '@avatar/image';
import { defineStage, type Photo, type PhotoSource, type Stage } from '@avatar/stage';
import { loadSettings, type LoadLimits, type LoadOptions } from './options.js';
import { readSource } from './read-source.js';
import { corrupt, notAnImage, tooManyPixels, tooSmall, unsupportedFormat } from './refusal.js';
import { sniffFormat, type PhotoFormat } from './sniff.js';

/**
 * Under transparent pixels: a light neutral grey. It sets off dark hair as well as white clothes,
 * so that the matte finds the same edge that the transparency had, and it tints nothing.
 */
const MATTE_COLOUR = { r: 200, g: 200, b: 200 };

/**
 * Stage `source -> photo`: a file, bytes or base64 to an upright, opaque 8-bit sRGB picture.
 *
 * The format is told by the first bytes alone. Bytes, pixels and sides are measured before a pixel is decoded.
 *
 * @throws AvatarError `invalid-options` for a wrong option or source; `input-rejected` with reason `not-found`,
 * `not-an-image`, `unsupported-format`, `corrupt`, `too-small` or `too-large`.
 */
export function load(options: LoadOptions = {}): Stage<'source', 'photo'> {
  const limits = loadSettings(options);
  return defineStage({
    name: 'load',
    reads: ['source'],
    writes: ['photo'],
    run: async ({ source }, { signal }) => ({ photo: await loadPhoto(source, limits, signal) }),
  });
}

async function loadPhoto(source: PhotoSource, limits: LoadLimits, signal: AbortSignal): Promise<Photo> {
  signal.throwIfAborted();
  const bytes = await readSource(source, limits.maxBytes);
  const sniffed = sniffFormat(bytes);
  if (!sniffed) throw notAnImage();
  if (!sniffed.supported) throw unsupportedFormat(sniffed.format);
  const { format } = sniffed;

  signal.throwIfAborted();
  const header = await orCorrupt(format, readHeader(bytes));
  checkSize(header, limits);

  signal.throwIfAborted();
  const { maxPixels, maxSidePx } = limits;
  const image = await orCorrupt(
    format,
    decodeImage(bytes, { maxPixels, maxSidePx, matteColour: MATTE_COLOUR }),
  );
  signal.throwIfAborted();
  const { width: sourceWidth, height: sourceHeight } = header;
  const scale = Math.max(image.width, image.height) / Math.max(sourceWidth, sourceHeight);
  return { image, format, sourceWidth, sourceHeight, scale };
}

/** Decoders that need the whole picture take most of a gigabyte for 50 megapixels: they get half of that. */
const WHOLE_PICTURE_SHARE = 0.5;

function checkSize(header: ImageHeader, limits: LoadLimits): void {
  const { width, height, needsWholePicture } = header;
  const maxPixels = Math.floor(limits.maxPixels * (needsWholePicture ? WHOLE_PICTURE_SHARE : 1));
  if (width * height > maxPixels) throw tooManyPixels(width * height, maxPixels);
  if (Math.min(width, height) < limits.minSidePx) throw tooSmall(Math.min(width, height), limits.minSidePx);
}

async function orCorrupt<T>(format: PhotoFormat, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw corrupt(format, error);
  }
}
