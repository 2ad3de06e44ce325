import type { PictureSize } from './geometry.js';
import { integerOption, invalidOption, knownOptions } from './options.js';

/** What a stage or a caller may say about the size of a picture: the side of a square, or width and height. */
export interface SizeOptions {
  readonly sizePx?: number | undefined;
  readonly size?: PictureSize | undefined;
}

/** Bounds of a picture's sides in pixels, and its side where nothing is said. */
export interface SizeLimits {
  readonly min: number;
  readonly max: number;
  readonly defaultPx: number;
}

export const squareOf = (sidePx: number): PictureSize => ({ widthPx: sidePx, heightPx: sidePx });
export const isSquare = ({ widthPx, heightPx }: PictureSize): boolean => widthPx === heightPx;

/** Shorter side in pixels: what is said in fractions of a square's side means this side of a rectangle. */
export const shortSidePx = ({ widthPx, heightPx }: PictureSize): number => Math.min(widthPx, heightPx);

/**
 * Width and height of a picture that is asked for by `sizePx` or by `size`.
 * @throws AvatarError `invalid-options`, also for both at once
 */
export function sizeOption({ sizePx, size }: SizeOptions, { min, max, defaultPx }: SizeLimits): PictureSize {
  if (size === undefined) return squareOf(integerOption('sizePx', sizePx ?? defaultPx, min, max));
  if (sizePx !== undefined) throw invalidOption('either sizePx or size', 'sizePx', sizePx);
  if (typeof size !== 'object' || size === null)
    throw invalidOption('{ widthPx, heightPx }', 'size', typeof size);
  knownOptions('size', size, ['widthPx', 'heightPx']);
  return {
    widthPx: integerOption('size.widthPx', size.widthPx, min, max),
    heightPx: integerOption('size.heightPx', size.heightPx, min, max),
  };
}
