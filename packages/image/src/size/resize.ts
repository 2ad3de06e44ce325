import type { Box, RasterImage } from '@avatar/stage';
import { sharp } from '../codec/native.js';

export type ResizeKernel = 'nearest' | 'linear' | 'cubic' | 'lanczos3';

/** Copies a rectangle of whole pixels; it must lie inside the picture. */
export function extractRegion(image: RasterImage, region: Box): RasterImage {
  const { x, y, width, height } = region;
  const { channels } = image;
  if (x === 0 && y === 0 && width === image.width && height === image.height) return image;
  const data = new Uint8Array(width * height * channels);
  const rowLength = width * channels;
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * image.width + x) * channels;
    data.set(image.data.subarray(from, from + rowLength), row * rowLength);
  }
  return { data, width, height, channels };
}

/** Resizes to exactly `width` x `height`; when shrinking, the kernel's support grows so that nothing aliases. */
export async function resizeRaster(
  image: RasterImage,
  width: number,
  height: number,
  kernel: ResizeKernel = 'cubic',
): Promise<RasterImage> {
  if (width === image.width && height === image.height) return image;
  const { channels } = image;
  const data = await sharp(image.data, { raw: { width: image.width, height: image.height, channels } })
    .resize(width, height, { fit: 'fill', kernel })
    .raw()
    .toBuffer();
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height, channels };
}
