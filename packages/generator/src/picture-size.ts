import { invalidOption, isSquare, sizeOption, type PictureSize, type SizeOptions } from '@avatar/stage';

/** Bounds of the side of a square, and of the sides of a rectangle, in pixels. */
const SQUARE = { min: 64, max: 2048 };
const RECTANGLE = { min: 256, max: 1536 };
/** The longest side over the shortest: 21:9 and 9:21. */
const LONGEST = 21 / 9;
/** 1536 x 658 px is as near to 21:9 as whole pixels come. */
const ROUNDING_PX = 1;

/**
 * Width and height of the picture that is asked for.
 * @throws AvatarError `invalid-options`
 */
export function pictureSize(options: SizeOptions, defaultPx: number): PictureSize {
  const size = sizeOption(options, { ...(options.size === undefined ? SQUARE : RECTANGLE), defaultPx });
  if (isSquare(size)) return size;
  const { widthPx, heightPx } = size;
  const [short, long] = [widthPx, heightPx].sort((a, b) => a - b);
  if (long - ROUNDING_PX > LONGEST * short)
    throw invalidOption('a shape from 9:21 to 21:9', 'size', `${widthPx}x${heightPx}`);
  return size;
}
