import type { RasterImage } from '@avatar/stage';
import { sharp } from './native.js';

/** Lossless PNG, no metadata. */
export async function encodePng(image: RasterImage): Promise<Uint8Array> {
  const { data, width, height, channels } = image;
  const png = await sharp(data, { raw: { width, height, channels } })
    .png({ compressionLevel: 2, adaptiveFiltering: true, palette: false })
    .toBuffer();
  return new Uint8Array(png.buffer, png.byteOffset, png.byteLength);
}
