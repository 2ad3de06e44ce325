import type { RasterImage } from '@avatar/stage';
import { fullestFrame, isEmpty } from './fullest-frame.js';
import { sdrFromHdr } from './hdr-to-sdr.js';
import { decodedPixels, MAX_STORED_PIXELS, readHeader, type ImageHeader } from './image-header.js';
import { withEndMarker } from './jpeg-structure.js';
import { sharp } from './native.js';

export interface DecodeOptions {
  /**
   * Refuses bigger pictures before any pixel is decoded. For a JPEG that is shrunk while it is decoded, the shrunk
   * size counts.
   */
  readonly maxPixels: number;
  /** Shrinks the picture so that its longer side fits, in pixels. JPEG and WebP are decoded at a smaller size at once. */
  readonly maxSidePx: number;
  /** Opaque colour under transparent pixels. */
  readonly matteColour: { readonly r: number; readonly g: number; readonly b: number };
}

/**
 * EXIF orientation applied, any colour space, depth and dynamic range to 8-bit sRGB, flattened. Of an animation the
 * first frame, or where that is almost one colour, the first full one. A JPEG that only lacks its end marker is
 * complete; other truncated and damaged files are refused.
 * @throws the decoder's own error
 */
export async function decodeImage(bytes: Uint8Array, options: DecodeOptions): Promise<RasterImage> {
  const header = await readHeader(bytes);
  if (decodedPixels(header, options.maxSidePx) > options.maxPixels)
    throw new Error('The picture exceeds the pixel limit');
  const image = await decodeOrComplete(bytes, header, options);
  if (header.frames < 2 || !isEmpty(image.data)) return image;
  const frame = await fullestFrame(bytes, header.frames, header);
  return frame === 0 ? image : decodeFrame(bytes, header, options, { frame });
}

interface Reading {
  readonly frame?: number;
  /** What ends the decoding. Default: errors. */
  readonly failOn?: 'error' | 'warning';
}

/** Without its end marker a JPEG counts as cut off. With one, anything that is missing before it is warned of. */
async function decodeOrComplete(
  bytes: Uint8Array,
  header: ImageHeader,
  options: DecodeOptions,
): Promise<RasterImage> {
  try {
    return await decodeFrame(bytes, header, options, {});
  } catch (error) {
    if (header.format !== 'jpeg' || !/premature end/i.test(String(error))) throw error;
    return decodeFrame(withEndMarker(bytes), header, options, { failOn: 'warning' });
  }
}

async function decodeFrame(
  bytes: Uint8Array,
  { shrinksWhileDecoding, hdr }: ImageHeader,
  { maxPixels, maxSidePx, matteColour }: DecodeOptions,
  { frame = 0, failOn = 'error' }: Reading,
): Promise<RasterImage> {
  const limitInputPixels = shrinksWhileDecoding ? MAX_STORED_PIXELS : maxPixels;
  const upright = sharp(bytes, {
    limitInputPixels,
    failOn,
    pages: 1,
    page: frame,
    ignoreIcc: hdr !== undefined,
  })
    .autoOrient()
    .resize(maxSidePx, maxSidePx, { fit: 'inside', withoutEnlargement: true });
  if (hdr) {
    // Coded, the matte colour is far from what it is in sRGB: this is about the same grey in both.
    const flat = upright
      .pipelineColourspace('rgb16')
      .flatten({ background: HDR_MATTE })
      .toColourspace('rgb16');
    const { data, info } = await flat.raw({ depth: 'ushort' }).toBuffer({ resolveWithObject: true });
    const codes = new Uint16Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
    return { data: sdrFromHdr(codes, hdr), width: info.width, height: info.height, channels: 3 };
  }
  const { data, info } = await upright
    .flatten({ background: matteColour })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (info.channels === 3) return { data: pixels, width: info.width, height: info.height, channels: 3 };
  return { data: greyToRgb(pixels, info.channels), width: info.width, height: info.height, channels: 3 };
}

const HDR_MATTE = { r: 133, g: 133, b: 133 };

function greyToRgb(pixels: Uint8Array, channels: number): Uint8Array {
  const count = pixels.length / channels;
  const rgb = new Uint8Array(count * 3);
  for (let i = 0; i < count; i++) rgb.fill(pixels[i * channels], i * 3, i * 3 + 3);
  return rgb;
}
