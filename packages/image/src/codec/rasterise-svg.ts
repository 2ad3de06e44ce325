import type { RasterImage } from '@avatar/stage';
import { sharp } from './native.js';

/**
 * Draws an SVG picture of our own making; what it leaves open is transparent (straight alpha, 4 channels). Not for SVG from
 * outside: it may name files and take unbounded time.
 * @param svg a whole document whose `width` and `height` are the size of the picture in pixels
 */
export async function rasteriseSvg(svg: string): Promise<RasterImage> {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    width: info.width,
    height: info.height,
    channels: 4,
  };
}
