import {
  containerColour,
  decodedPixels,
  decodeImage,
  MAX_STORED_PIXELS,
  readHeader,
  srgbFromPixels,
  type DecodeOptions,
  type ImageHeader,
} from '@avatar/image';
import type { Photo, RasterImage } from '@avatar/stage';
import { installedHeicDecoder, TooManyHeicPixels } from './heic.js';
import type { LoadSettings } from './options.js';
import { corrupt, heicWithoutDecoder, tooManyPixels, tooSmall, unsupportedFormat } from './refusal.js';
import type { PhotoFormat } from './sniff.js';
import { isCielabTiff } from './tiff-colours.js';

/**
 * Under transparent pixels: a light neutral grey. It sets off dark hair as well as white clothes,
 * so that the matte finds the same edge that the transparency had, and it tints nothing.
 */
const MATTE_COLOUR = { r: 200, g: 200, b: 200 };

/** Decoders that need the whole picture take most of a gigabyte for 50 megapixels: they get half of that. */
const WHOLE_PICTURE_SHARE = 0.5;

const decodeOptions = ({ maxPixels, maxSidePx }: LoadSettings): DecodeOptions => ({
  maxPixels,
  maxSidePx,
  matteColour: MATTE_COLOUR,
});

/** A file of a format that is read to a photo. @throws AvatarError `input-rejected` */
export async function decodePhoto(
  bytes: Uint8Array,
  format: PhotoFormat,
  settings: LoadSettings,
  signal: AbortSignal,
): Promise<Photo> {
  const header = await orRefused(bytes, format, readHeader(bytes));
  checkSize(header, settings);
  signal.throwIfAborted();
  const image = await orRefused(bytes, format, decodeImage(bytes, decodeOptions(settings)));
  return photoOf(image, format, header);
}

/** A HEIC file to a photo, where there is a decoder. @throws AvatarError `input-rejected` */
export async function decodeHeicPhoto(
  bytes: Uint8Array,
  settings: LoadSettings,
  signal: AbortSignal,
): Promise<Photo> {
  const decode = settings.heic === true ? installedHeicDecoder() : settings.heic || undefined;
  if (!decode) throw heicWithoutDecoder();
  const maxPixels = Math.floor(settings.maxPixels * WHOLE_PICTURE_SHARE);
  const picture = await decode(bytes, { maxPixels, signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error instanceof TooManyHeicPixels
      ? tooManyPixels(error.pixels, maxPixels)
      : corrupt('heic', error);
  });
  signal.throwIfAborted();
  checkSides(picture, settings);
  const raster = { ...picture, channels: 4 } as const;
  const image = await orRefused(
    bytes,
    'heic',
    srgbFromPixels(raster, containerColour(bytes), decodeOptions(settings)),
  );
  return photoOf(image, 'heic', picture);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function photoOf(image: RasterImage, format: string, { width, height }: Size): Photo {
  const scale = Math.max(image.width, image.height) / Math.max(width, height);
  return { image, format, sourceWidth: width, sourceHeight: height, scale };
}

function checkSize(header: ImageHeader, settings: LoadSettings): void {
  const { width, height, needsWholePicture } = header;
  const maxPixels = Math.floor(settings.maxPixels * (needsWholePicture ? WHOLE_PICTURE_SHARE : 1));
  if (decodedPixels(header, settings.maxSidePx) > maxPixels)
    throw tooManyPixels(width * height, header.shrinksWhileDecoding ? MAX_STORED_PIXELS : maxPixels);
  checkSides(header, settings);
}

function checkSides({ width, height }: Size, { minSidePx }: LoadSettings): void {
  if (Math.min(width, height) < minSidePx) throw tooSmall(Math.min(width, height), minSidePx);
}

async function orRefused<T>(bytes: Uint8Array, format: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (format === 'tiff' && isCielabTiff(bytes)) throw unsupportedFormat('CIELAB TIFF');
    throw corrupt(format, error);
  }
}
