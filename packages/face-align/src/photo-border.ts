import { applyTransform, boxBlur, createPlane, fillPolygon, type Point } from '@avatar/image';
import type { Matte, Plane, SimilarityTransform } from '@avatar/stage';

type Border = readonly Point[];

/** A side of a turned picture is slanted by more than this, in radians, and at least this share of the whole border. */
const SLANTED = { leastRad: 0.01, share: 0.11 };
const QUARTER_TURN = Math.PI / 2;

/** How far a picture lies turned in the photo, in radians, by the longest of its slanted sides; 0 without one. */
export function borderTurn(border: Border): number {
  const sides = border.map(([x, y], i) => {
    const [nextX, nextY] = border[(i + 1) % border.length];
    const angle = Math.atan2(nextY - y, nextX - x);
    const slantRad = angle - Math.round(angle / QUARTER_TURN) * QUARTER_TURN;
    return { length: Math.hypot(nextX - x, nextY - y), slantRad };
  });
  const whole = sides.reduce((sum, { length }) => sum + length, 0);
  const [longest] = sides
    .filter(
      ({ length, slantRad }) => Math.abs(slantRad) > SLANTED.leastRad && length >= SLANTED.share * whole,
    )
    .sort((a, b) => b.length - a.length);
  return longest?.slantRad ?? 0;
}

/** Where the square shows the photo, now that it ends at a border: `inside` there, 0 beyond, with a ramp of two pixels. */
export function insideOf(border: Border, inside: Plane, transform: SimilarityTransform): Plane {
  const shown = createPlane(inside.width, inside.height);
  fillPolygon(
    shown,
    border.map(([x, y]) => applyTransform(transform, x, y)),
  );
  const soft = boxBlur(shown, 1);
  for (let i = 0; i < soft.data.length; i++) soft.data[i] *= inside.data[i];
  return soft;
}

/** The matte without what it has beyond a border of the photo. */
export function matteWithin({ alpha, region }: Matte, border: Border): Matte {
  const within = createPlane(alpha.width, alpha.height);
  fillPolygon(
    within,
    border.map(([x, y]): Point => [
      ((x - region.x) * alpha.width) / region.width,
      ((y - region.y) * alpha.height) / region.height,
    ]),
  );
  for (let i = 0; i < within.data.length; i++) within.data[i] *= alpha.data[i];
  return { alpha: within, region };
}
