import { shortSidePx, type PictureSize } from '@avatar/stage';
import { gaussianPlane } from './gaussian-plane.js';

/** Radii in pixels of the quarter-size picture at 800 pixels: a core and a halo. */
const RADII = [2.2, 5.5];
const STRENGTH = 1.35;

/**
 * Adds light around what glows. `glow` is the glowing part of the picture at a quarter of its size, three values a
 * pixel.
 */
export function addBloom(picture: Float32Array, glow: Float32Array, size: PictureSize): void {
  const { widthPx, heightPx } = size;
  const columns = widthPx >> 2;
  const rows = heightPx >> 2;
  for (const radius of RADII) {
    const soft = gaussianPlane(glow, columns, rows, 3, (radius * shortSidePx(size)) / 800);
    for (let y = 0; y < heightPx; y++)
      for (let x = 0; x < widthPx; x++) {
        const u = Math.min(columns - 1.01, x / 4);
        const v = Math.min(rows - 1.01, y / 4);
        const i = u | 0;
        const j = v | 0;
        const a = u - i;
        const b = v - j;
        const at = (j * columns + i) * 3;
        const below = at + columns * 3;
        const to = (y * widthPx + x) * 3;
        for (let c = 0; c < 3; c++) {
          const light =
            (soft[at + c] * (1 - a) + soft[at + 3 + c] * a) * (1 - b) +
            (soft[below + c] * (1 - a) + soft[below + 3 + c] * a) * b;
          picture[to + c] = Math.min(1, picture[to + c] + light * STRENGTH);
        }
      }
  }
}
