import { hdrSignalOf, type HdrSignal } from './hdr-signal.js';
import { decodesRowByRow } from './jpeg-structure.js';
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
  /**
   * The decoder makes a half, a quarter or an eighth of the sides at once, and nothing is ever held at full size
   * (JPEG of one scan).
   */
  readonly shrinksWhileDecoding: boolean;
  /** Pictures in an animation; 1 for everything else. */
  readonly frames: number;
  /** The colours are of high dynamic range, and are mapped to sRGB. */
  readonly hdr: HdrSignal | undefined;
}

const ANIMATIONS = ['gif', 'webp'];

/** @throws the decoder's own error if the header cannot be understood */
export async function readHeader(bytes: Uint8Array): Promise<ImageHeader> {
  const metadata = await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata();
  const { format } = metadata;
  const sideways = (metadata.orientation ?? 1) >= 5;
  const height = metadata.pageHeight ?? metadata.height;
  return {
    format,
    width: sideways ? height : metadata.width,
    height: sideways ? metadata.width : height,
    needsWholePicture: format === 'heif' || (format === 'png' && metadata.isProgressive),
    shrinksWhileDecoding: format === 'jpeg' && decodesRowByRow(bytes),
    frames: ANIMATIONS.includes(format) ? (metadata.pages ?? 1) : 1,
    hdr: hdrSignalOf(bytes, format, metadata.icc),
  };
}

/** Most pixels of a file that is shrunk while it is decoded: every one of them is still unpacked. */
export const MAX_STORED_PIXELS = 268_000_000;

/** Pixels that decoding makes for a picture of at most `maxSidePx`; infinite for a file that is too large in any case. */
export function decodedPixels(header: ImageHeader, maxSidePx: number): number {
  const { width, height, shrinksWhileDecoding } = header;
  if (!shrinksWhileDecoding) return width * height;
  if (width * height > MAX_STORED_PIXELS) return Infinity;
  const factor = [8, 4, 2].find((each) => Math.max(width, height) >= each * maxSidePx) ?? 1;
  return Math.ceil(width / factor) * Math.ceil(height / factor);
}
