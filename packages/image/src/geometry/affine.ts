import type { SimilarityTransform } from '@avatar/stage';

/** `u = xx*x + xy*y + x0`, `v = yx*x + yy*y + y0`. */
export interface AffineMap {
  readonly xx: number;
  readonly xy: number;
  readonly x0: number;
  readonly yx: number;
  readonly yy: number;
  readonly y0: number;
}

export const affineOf = ({ a, b, tx, ty }: SimilarityTransform): AffineMap => ({
  xx: a,
  xy: -b,
  x0: tx,
  yx: b,
  yy: a,
  y0: ty,
});

/** `map` into a picture whose origin is at `origin` and which is scaled by a factor an axis. */
export const scaledMap = (
  map: AffineMap,
  origin: { readonly x: number; readonly y: number },
  factorX: number,
  factorY: number,
): AffineMap => ({
  xx: map.xx * factorX,
  xy: map.xy * factorX,
  x0: (map.x0 - origin.x) * factorX,
  yx: map.yx * factorY,
  yy: map.yy * factorY,
  y0: (map.y0 - origin.y) * factorY,
});
