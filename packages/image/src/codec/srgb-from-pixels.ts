import { deflateSync } from 'node:zlib';
import type { RasterImage } from '@avatar/stage';
import type { ContainerColour } from './container-colour.js';
import { decodeImage, type DecodeOptions } from './decode.js';
import { sharp } from './native.js';

/**
 * Pixels that another decoder made, as `decodeImage` would have made them: shrunk, flattened, their colours brought to sRGB.
 * @param colour what the file says about them; sRGB where it says nothing
 * @throws when the pixels and the size do not agree
 */
export async function srgbFromPixels(
  { data, width, height, channels }: RasterImage,
  colour: ContainerColour,
  options: DecodeOptions,
): Promise<RasterImage> {
  const { maxSidePx } = options;
  const png = await sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
    .resize(maxSidePx, maxSidePx, { fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return decodeImage(withColour(png, colour), options);
}

/** Signature and header chunk, which the colours follow. */
const HEADER_BYTES = 33;

function withColour(png: Uint8Array, { coded, profile }: ContainerColour): Uint8Array {
  const chunk = coded
    ? pngChunk('cICP', Uint8Array.of(coded.primaries, coded.transfer, 0, 1))
    : profile
      ? pngChunk('iCCP', Buffer.concat([Buffer.from('icc\0\0', 'latin1'), deflateSync(profile)]))
      : new Uint8Array(0);
  return Buffer.concat([png.subarray(0, HEADER_BYTES), chunk, png.subarray(HEADER_BYTES)]);
}

/** Length, type, content and checksum (PNG 3, 5.3). */
export function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(content, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length);
  return chunk;
}

/** Checksum of PNG: ISO 3309, reflected. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
