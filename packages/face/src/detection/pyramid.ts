import type { RasterImage } from '@avatar/stage';

/** A picture at full size, half, a quarter and so on; each level is made when it is first asked for. */
export interface Pyramid {
  /** Level 0 is the picture itself. Pixel `i` of level `n` is the mean of pixels `i * 2^n` to `(i + 1) * 2^n`. */
  level(index: number): RasterImage;
  readonly width: number;
  readonly height: number;
}

export function createPyramid(image: RasterImage): Pyramid {
  const levels = [image];
  const level = (index: number): RasterImage => {
    while (levels.length <= index) levels.push(halved(levels[levels.length - 1]));
    return levels[index];
  };
  return { level, width: image.width, height: image.height };
}

/** The level where a step of `stepPx` full-size pixels is at most about one and a half pixels. */
export const levelForStep = (stepPx: number): number => Math.max(0, Math.ceil(Math.log2(stepPx / 1.5)));

function halved(image: RasterImage): RasterImage {
  const { data: source, channels } = image;
  const width = Math.max(1, image.width >> 1);
  const height = Math.max(1, image.height >> 1);
  const right = image.width > 1 ? channels : 0;
  const stride = image.width * channels;
  const below = image.height > 1 ? stride : 0;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, o = 0; y < height; y++) {
    let from = y * 2 * stride;
    for (let x = 0; x < width; x++, o += 3, from += 2 * channels) {
      const next = from + below;
      data[o] = (source[from] + source[from + right] + source[next] + source[next + right] + 2) >> 2;
      data[o + 1] =
        (source[from + 1] + source[from + right + 1] + source[next + 1] + source[next + right + 1] + 2) >> 2;
      data[o + 2] =
        (source[from + 2] + source[from + right + 2] + source[next + 2] + source[next + right + 2] + 2) >> 2;
    }
  }
  return { data, width, height, channels: 3 };
}
