import { edge, flipped, type Tailor } from './tailor.js';
import type { Tones } from '../looks/vector/tones.js';

/**
 * A pointed shirt collar. @param width half the width at the neck; `open` how far the points part; `length` of the
 * points
 */
export function drawCollar(
  tailor: Tailor,
  tones: Tones,
  width: number,
  { open = 0.5, length = 0.36 } = {},
): void {
  for (const side of [-1, 1]) {
    tailor.panel(
      flipped(side, [
        edge(width - 0.06, -0.46, -0.05),
        [width + 0.06, -0.24, 0.05],
        edge(width + 0.08, -0.12, 0.1),
        edge(0.54, length, 0.5),
        edge(0.06 + open * 0.1, 0.1, 0.5),
        [width * 0.6, -0.16, 0.35],
      ]),
      side < 0 ? tones.base : tailor.shaded(tones),
      tones,
      1.1,
    );
    tailor.stitch(
      flipped(side, [
        [width + 0.02, -0.16, 0.1],
        [0.52, length - 0.06, 0.5],
        [0.12 + open * 0.1, 0.1, 0.5],
      ]),
      tones.deep,
      1.3,
    );
  }
}
