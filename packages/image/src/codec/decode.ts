import type { RasterImage } from '@avatar/stage';
import { sharp } from './native.js';

/** First look at a file: nothing is decoded, so it is cheap and safe on hostile files. */
export interface ImageHeader {
  /** Sniffed from the bytes, such as `jpeg`, `png`, `webp`, `heif`, `gif`, `tiff`, `svg`. */
  readonly format: string;
  /** Upright, after the EXIF orientation. */
  readonly width: number;
  readonly height: number;
  /**
   * The decoder holds the whole picture at full size (AVIF, interlaced PNG): 10 to 20 bytes a pixel.
   * Others go strip by strip, or shrink while they decode.
   */
  readonly needsWholePicture: boolean;
}

/** @throws the decoder's own error if the header cannot be understood */
export async function readHeader(bytes: Uint8Array): Promise<ImageHeader> {
  const metadata = await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata();
  const sideways = (metadata.orientation ?? 1) >= 5;
  const height = metadata.pageHeight ?? metadata.height;
  return {
    format: metadata.format,
    width: sideways ? height : metadata.width,
    height: sideways ? metadata.width : height,
    needsWholePicture: metadata.format === 'heif' || (metadata.format === 'png' && metadata.isProgressive),
  };
}

export interface DecodeOptions {
  /** Refuses bigger pictures before any pixel is decoded. */
  readonly maxPixels: number;
  /** Shrinks the picture so that its longer side fits, in pixels. JPEG and WebP are decoded at a smaller size at once. */
  readonly maxSidePx: number;
  /** Opaque colour under transparent pixels. */
  readonly matteColour: { readonly r: number; readonly g: number; readonly b: number };
}

/**
 * First frame, EXIF orientation applied, any colour space and depth to 8-bit sRGB, flattened.
 * Truncated and damaged files are refused.
 * @throws the decoder's own error
 */
export async function decodeImage(bytes: Uint8Array, options: DecodeOptions): Promise<RasterImage> {
  const { maxPixels, maxSidePx, matteColour } = options;
  const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', pages: 1 })
    .autoOrient()
    .resize(maxSidePx, maxSidePx, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: matteColour })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (info.channels === 3) return { data: pixels, width: info.width, height: info.height, channels: 3 };
  return { data: greyToRgb(pixels, info.channels), width: info.width, height: info.height, channels: 3 };
}

function greyToRgb(pixels: Uint8Array, channels: number): Uint8Array {
  const count = pixels.length / channels;
  const rgb = new Uint8Array(count * 3);
  for (let i = 0; i < count; i++) rgb.fill(pixels[i * channels], i * 3, i * 3 + 3);
  return rgb;
}
