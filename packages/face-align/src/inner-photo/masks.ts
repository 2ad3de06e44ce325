import { fillPolygon, floodFill, type Point } from '@avatar/image';
import type { SmallPicture } from './small-picture.js';

/**
 * What is left of an area has its border so far inside, in pixels of the copy: no ringing of JPEG, no line around a
 * picture.
 */
export const INSET = 2;

/** What is in `mask`, and in `area`, and not in `taken`. */
export function without(mask: Uint8Array, taken: Uint8Array, area = mask): Uint8Array {
  const left = new Uint8Array(mask.length);
  for (let place = 0; place < mask.length; place++)
    if (taken[place] === 0 && area[place] === 1) left[place] = mask[place];
  return left;
}

export function count(mask: Uint8Array): number {
  let sum = 0;
  for (let place = 0; place < mask.length; place++) sum += mask[place];
  return sum;
}

/** 1 inside a polygon. */
export function maskOf(border: readonly Point[], { width, height }: SmallPicture): Uint8Array {
  const plane = { data: new Float32Array(width * height), width, height };
  fillPolygon(plane, border);
  return new Uint8Array(plane.data);
}

/** Sets all places that are near to a place with `value` to it. */
export function spread(mask: Uint8Array, value: number, width: number, height: number): Uint8Array {
  const wider = mask.slice();
  for (let y = 0, place = 0; y < height; y++)
    for (let x = 0; x < width; x++, place++) {
      if (mask[place] !== value) continue;
      const isWithin =
        (x === 0 || mask[place - 1] === value) &&
        (x === width - 1 || mask[place + 1] === value) &&
        (y === 0 || mask[place - width] === value) &&
        (y === height - 1 || mask[place + width] === value);
      if (isWithin) continue;
      const [left, right] = [Math.max(0, x - INSET), Math.min(width - 1, x + INSET)];
      for (let v = Math.max(0, y - INSET); v <= Math.min(height - 1, y + INSET); v++)
        for (let u = left; u <= right; u++) wider[v * width + u] = value;
    }
  return wider;
}

const JOINED = 2;

/** 1 on what is joined to a place. */
export function joinedTo(solid: Uint8Array, width: number, height: number, start: number): Uint8Array {
  const joined = new Uint8Array(solid.length);
  for (const place of floodFill({ width, height }, solid.slice(), JOINED, [start])) joined[place] = 1;
  return joined;
}
