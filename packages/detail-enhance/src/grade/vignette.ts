import { createPlane, enlarge, smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';

/** Centre of the lens in fractions of the picture: the face, a little above the middle. */
const CENTRE = { x: 0.5, y: 0.44 };
/** Distance from the centre at which the fall-off begins and ends, in fractions of the picture. */
const FALL_OFF = { begin: 0.36, end: 0.8 };
/** The fall-off is smooth: it is worked out on a grid this coarse. */
const STEP_PX = 8;

/** Lightness factor of each pixel: 1 around the face, `1 - strength` in the far corners. */
export function vignetteFactors(width: number, height: number, strength: number): Plane {
  const grid = createPlane(Math.ceil(width / STEP_PX), Math.ceil(height / STEP_PX), 1);
  for (let y = 0, i = 0; y < grid.height; y++)
    for (let x = 0; x < grid.width; x++, i++) {
      const distance = Math.hypot(
        ((x + 0.5) * STEP_PX) / width - CENTRE.x,
        ((y + 0.5) * STEP_PX) / height - CENTRE.y,
      );
      grid.data[i] -= strength * smoothstep(FALL_OFF.begin, FALL_OFF.end, distance);
    }
  return enlarge(grid, width, height, STEP_PX);
}
