import { luma } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { planar, type Picture } from './picture.js';

const COLUMNS = 9;
const ROWS = 8;

/**
 * 64 bits of a picture's coarse structure (dHash, N. Krawetz 2013): luma averaged over 9 x 8 cells, one bit for each
 * pair of neighbours in a row, set where the right one is brighter. Two pictures of the same thing are up to about
 * 10 bits apart, unrelated ones about 32.
 */
export function differenceHash(picture: Picture): bigint {
  const brightness = luma(planar(picture));
  let hash = 0n;
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column + 1 < COLUMNS; column++) {
      const brighter = cellMean(brightness, column + 1, row) > cellMean(brightness, column, row);
      hash = (hash << 1n) | (brighter ? 1n : 0n);
    }
  }
  return hash;
}

/** Number of bits that differ between two hashes, 0 to 64. */
export function hammingDistance(first: bigint, second: bigint): number {
  let distance = 0;
  for (let rest = first ^ second; rest > 0n; rest >>= 1n) distance += Number(rest & 1n);
  return distance;
}

function cellMean({ data, width, height }: Plane, column: number, row: number): number {
  const left = Math.floor((column * width) / COLUMNS);
  const right = Math.max(left + 1, Math.floor(((column + 1) * width) / COLUMNS));
  const top = Math.floor((row * height) / ROWS);
  const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / ROWS));
  let sum = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += data[y * width + x];
  // Rounded, so that flat areas compare as equal whatever the order of summation.
  return Math.round((sum / ((right - left) * (bottom - top))) * 1e5);
}
