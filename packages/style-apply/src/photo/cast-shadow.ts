import { createPlane, gaussianBlur } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { Direction } from './direction.js';
import type { Surface } from './surface.js';

/** How far a shadow reaches, as a fraction of the side of the grid. */
const REACH = 0.2;
/** First step of the walk towards the lamp in grid pixels; each further step is longer by this factor. */
const FIRST_STEP = 1.5;
const LENGTHENING = 1.22;
/** Size of the lamp as seen from the face, as a slope: shadows get softer with the distance from what casts them. */
const LAMP_SIZE = 0.45;
/** Unevenness of a height map of this size, in grid pixels, casts no shadow. */
const SLACK = 0.4;
/** Weight of the face from which its height is known. */
const CASTING = 0.5;
/** Softness of the edges of contact, in grid pixels. */
const SOFTNESS = 1.3;

/** Steps of the walk towards a lamp: offsets in whole grid pixels and the distance. */
function walk({ x, y, z }: Direction, side: number) {
  const across = Math.hypot(x, y);
  const steps: { readonly dx: number; readonly dy: number; readonly rise: number; readonly reach: number }[] =
    [];
  if (across < 1e-3) return steps;
  for (let distance = FIRST_STEP; distance < REACH * side; distance *= LENGTHENING)
    steps.push({
      dx: Math.round((x / across) * distance),
      dy: Math.round((y / across) * distance),
      rise: (z / across) * distance + SLACK,
      reach: LAMP_SIZE * distance,
    });
  return steps;
}

/**
 * How much of a lamp each point sees past the face: 1 all of it, 0 none. A walk over the height map towards the lamp, as
 * in N. Max, "Horizon mapping: shadows for bump-mapped surfaces", 1988, with a lamp of some size. Only the face casts
 * shadows: how far hair and clothes stand out is not known.
 */
export function castShadow(surface: Surface, towardsLamp: Direction): Plane {
  const { data, width, height } = surface.height;
  const casters = new Float32Array(data.length).fill(-Infinity);
  for (let i = 0; i < data.length; i++) if (surface.face.data[i] > CASTING) casters[i] = data[i];
  const visible = createPlane(width, height, 1);
  for (const { dx, dy, rise, reach } of walk(towardsLamp, width)) {
    const offset = dy * width + dx;
    const left = Math.max(0, -dx);
    const right = Math.min(width, width - dx);
    const bottom = Math.min(height, height - dy);
    for (let y = Math.max(0, -dy); y < bottom; y++)
      for (let i = y * width + left, end = y * width + right; i < end; i++) {
        const above = casters[i + offset] - data[i] - rise;
        if (!(above > 0)) continue;
        const seen = 1 - above / reach;
        if (seen < visible.data[i]) visible.data[i] = seen > 0 ? seen : 0;
      }
  }
  return gaussianBlur(visible, SOFTNESS);
}
