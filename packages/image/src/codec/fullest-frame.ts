import { sharp } from './native.js';

/** Least spread of brightness of a frame that shows something, in 8-bit steps. */
const EMPTY = 12;
/** Frames, and pixels of all of them, that are looked at. */
const MAX_FRAMES = 48;
const MAX_PIXELS = 25_000_000;
const SIDE_PX = 64;
/** A frame that fades in is good enough with this share of the spread of the best one. */
const FULL = 0.9;

/** Standard deviation of a picture's brightness in 8-bit steps; all values count alike. */
function brightnessSpread(values: Uint8Array): number {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
}

export const isEmpty = (values: Uint8Array): boolean => brightnessSpread(values) < EMPTY;

/**
 * Number of the first frame of an animation that shows as much as any: fades begin with black. 0 where the others are empty too.
 * @param frame pixels of a frame
 */
export async function fullestFrame(
  bytes: Uint8Array,
  frames: number,
  frame: { readonly width: number; readonly height: number },
): Promise<number> {
  const pages = Math.min(frames, MAX_FRAMES, Math.floor(MAX_PIXELS / (frame.width * frame.height)));
  if (pages < 2) return 0;
  const { data, info } = await sharp(bytes, { pages, limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .resize(SIDE_PX, SIDE_PX, { fit: 'fill' })
    .flatten({ background: '#808080' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const size = SIDE_PX * SIDE_PX * info.channels;
  const spreads = Array.from({ length: Math.floor(data.length / size) }, (_, i) =>
    brightnessSpread(data.subarray(i * size, (i + 1) * size)),
  );
  const most = Math.max(...spreads);
  return most < EMPTY ? 0 : spreads.findIndex((spread) => spread >= most * FULL);
}
