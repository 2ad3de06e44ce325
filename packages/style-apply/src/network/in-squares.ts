import { createPlanar, cutPlanar, smoothstep } from '@avatar/image';
import type { Box, PlanarImage } from '@avatar/stage';

/** Neighbours share at least this part of a square: there one turns into the other. */
const SHARED = 0.2;

/** Where squares begin that cover `length`, one of them with its middle as near to `middle` as can be. */
export function squareStarts(length: number, side: number, middle: number): number[] {
  const step = Math.floor(side * (1 - SHARED));
  const first = Math.min(Math.max(Math.round(middle - side / 2), 0), length - side);
  const starts = [first];
  for (let start = first; start > 0;) starts.unshift((start = Math.max(0, start - step)));
  for (let start = first; start < length - side;)
    starts.push((start = Math.min(length - side, start + step)));
  return starts;
}

/**
 * A picture of any shape through something that takes squares: a square of the shorter side around the face, and others
 * beside it that turn into each other where they overlap.
 */
export async function inSquares(
  picture: PlanarImage,
  face: readonly [x: number, y: number],
  make: (square: PlanarImage) => Promise<PlanarImage>,
): Promise<PlanarImage> {
  const { width, height } = picture;
  if (width === height) return make(picture);
  const isWide = width > height;
  const side = Math.min(width, height);
  const starts = squareStarts(Math.max(width, height), side, face[isWide ? 0 : 1]);
  const whole = createPlanar(width, height);
  for (const [index, start] of starts.entries()) {
    const box = { x: isWide ? start : 0, y: isWide ? 0 : start, width: side, height: side };
    const shared = index === 0 ? 0 : starts[index - 1] + side - start;
    lay(whole, await make(cutPlanar(picture, box)), box, isWide, shared);
  }
  return whole;
}

/** Puts a square into the picture, over what is there by a ramp along its first `shared` pixels. */
function lay(whole: PlanarImage, square: PlanarImage, box: Box, isWide: boolean, shared: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const to = whole.planes[channel];
    const from = square.planes[channel];
    for (let y = 0, i = 0; y < box.height; y++)
      for (let x = 0, o = (box.y + y) * whole.width + box.x; x < box.width; x++, i++, o++) {
        const along = isWide ? x : y;
        const weight = along >= shared ? 1 : smoothstep(0, shared, along + 0.5);
        to[o] += (from[i] - to[o]) * weight;
      }
  }
}
