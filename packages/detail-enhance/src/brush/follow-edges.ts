import type { Layer } from './motif.js';
import { FIELD_SHRINK, type OrientationField } from './orientation-field.js';
import { pixelAt } from './pixel-at.js';

/** Where a walk began. */
export interface WalkStart {
  readonly x: number;
  readonly y: number;
  /** Colour of the picture there. */
  readonly colour: readonly [red: number, green: number, blue: number];
}

/** Where a walk ended, in pixels along the direction that it began in and to the right of it, and what it passed. */
export interface Walk {
  readonly along: number;
  readonly aside: number;
  /** Sums of the colours on the way, and of how many. */
  readonly colours: readonly [red: number, green: number, blue: number];
  readonly count: number;
}

/** Step in half-widths of the brush. */
const STEP = 0.8;
/** A walk ends where the picture differs by this much, as a sum over the channels; along a clear edge by twice as much. */
const END = 0.16;
/** Share of its direction that a walk keeps at each step. */
const INERTIA = 0.5;

/** Follows the edges from a point until the picture's colour changes, or `lengthPx` are walked. */
export function followEdges(
  start: WalkStart,
  directionX: number,
  directionY: number,
  lengthPx: number,
  { view, viewShrink, halfWidth }: Layer,
  field: OrientationField,
): Walk {
  const [reds, greens, blues] = view.planes;
  const width = view.width * viewShrink;
  const height = view.height * viewShrink;
  const step = Math.max(1, STEP * halfWidth);
  let [x, y, dx, dy] = [start.x, start.y, directionX, directionY];
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (let walked = 0; walked < lengthPx; walked += step) {
    const nextX = x + dx * step;
    const nextY = y + dy * step;
    if (nextX < 0 || nextY < 0 || nextX >= width || nextY >= height) break;
    const i = pixelAt(view, nextX, nextY, viewShrink);
    const f = pixelAt(field.x, nextX, nextY, FIELD_SHRINK);
    const off =
      Math.abs(reds[i] - start.colour[0]) +
      Math.abs(greens[i] - start.colour[1]) +
      Math.abs(blues[i] - start.colour[2]);
    if (off > END * (1 + field.anisotropy.data[f])) break;
    [x, y] = [nextX, nextY];
    red += reds[i];
    green += greens[i];
    blue += blues[i];
    count++;
    const [edgeX, edgeY] = [field.x.data[f], field.y.data[f]];
    const turn = (edgeX * dx + edgeY * dy < 0 ? -1 : 1) * (1 - INERTIA);
    dx = INERTIA * dx + turn * edgeX;
    dy = INERTIA * dy + turn * edgeY;
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    dx /= length;
    dy /= length;
  }
  const [wayX, wayY] = [x - start.x, y - start.y];
  return {
    along: wayX * directionX + wayY * directionY,
    aside: wayY * directionX - wayX * directionY,
    colours: [red, green, blue],
    count,
  };
}
