import type { RasterImage } from '@avatar/stage';

/** How 8-bit values become model input: `value * scale + offset`. */
export interface PixelScaling {
  readonly scale: number;
  readonly offset: number;
}

/** Channels first: all red values, then green, then blue. Length `3 * width * height`. */
export function toChannelsFirst(image: RasterImage, { scale, offset }: PixelScaling): Float32Array {
  const { data, channels } = image;
  const count = image.width * image.height;
  const tensor = new Float32Array(3 * count);
  for (let i = 0, o = 0; i < count; i++, o += channels) {
    tensor[i] = data[o] * scale + offset;
    tensor[count + i] = data[o + 1] * scale + offset;
    tensor[2 * count + i] = data[o + 2] * scale + offset;
  }
  return tensor;
}

/** Channels last: red, green, blue of each pixel in turn. Length `3 * width * height`. */
export function toChannelsLast(image: RasterImage, { scale, offset }: PixelScaling): Float32Array {
  const { data, channels } = image;
  const count = image.width * image.height;
  const tensor = new Float32Array(3 * count);
  for (let i = 0, o = 0, t = 0; i < count; i++, o += channels, t += 3) {
    tensor[t] = data[o] * scale + offset;
    tensor[t + 1] = data[o + 1] * scale + offset;
    tensor[t + 2] = data[o + 2] * scale + offset;
  }
  return tensor;
}
