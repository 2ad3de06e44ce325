import { applyTransform, boxBlur, createPlane, fillPolygon, type Point } from '@avatar/image';
import type { Matte, Plane, SimilarityTransform } from '@avatar/stage';

type Border = readonly Point[];

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
