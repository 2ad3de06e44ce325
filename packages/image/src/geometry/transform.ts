import type { SimilarityTransform } from '@avatar/stage';

export type Point = readonly [x: number, y: number];

export const applyTransform = (t: SimilarityTransform, x: number, y: number): [number, number] => [
  t.a * x - t.b * y + t.tx,
  t.b * x + t.a * y + t.ty,
];

/** Output pixels for each input pixel. */
export const transformScale = (t: SimilarityTransform): number => Math.hypot(t.a, t.b);

/** Clockwise (as seen, y down) rotation of the transform in radians. */
export const transformRotation = (t: SimilarityTransform): number => Math.atan2(t.b, t.a);

export function invertTransform(t: SimilarityTransform): SimilarityTransform {
  const square = t.a * t.a + t.b * t.b;
  const a = t.a / square;
  const b = -t.b / square;
  return { a, b, tx: -(a * t.tx - b * t.ty), ty: -(b * t.tx + a * t.ty) };
}

/** First `inner`, then `outer`. */
export const composeTransforms = (
  outer: SimilarityTransform,
  inner: SimilarityTransform,
): SimilarityTransform => ({
  a: outer.a * inner.a - outer.b * inner.b,
  b: outer.b * inner.a + outer.a * inner.b,
  tx: outer.a * inner.tx - outer.b * inner.ty + outer.tx,
  ty: outer.b * inner.tx + outer.a * inner.ty + outer.ty,
});

/** The transform that turns by `rotationRad` and scales about `from`, and puts `from` at `to`. */
export function transformAbout(
  from: Point,
  to: Point,
  scale: number,
  rotationRad: number,
): SimilarityTransform {
  const a = scale * Math.cos(rotationRad);
  const b = scale * Math.sin(rotationRad);
  return { a, b, tx: to[0] - (a * from[0] - b * from[1]), ty: to[1] - (b * from[0] + a * from[1]) };
}

/**
 * Least-squares similarity from `source` to `target` points, as many of each (S. Umeyama, 1991, without reflection).
 * @throws RangeError unless two source points differ
 */
export function fitTransform(source: readonly Point[], target: readonly Point[]): SimilarityTransform {
  const count = source.length;
  const mean = (points: readonly Point[], axis: 0 | 1) =>
    points.reduce((sum, point) => sum + point[axis], 0) / count;
  const from = [mean(source, 0), mean(source, 1)] as const;
  const to = [mean(target, 0), mean(target, 1)] as const;
  let dot = 0;
  let cross = 0;
  let spread = 0;
  for (let i = 0; i < count; i++) {
    const sx = source[i][0] - from[0];
    const sy = source[i][1] - from[1];
    const dx = target[i][0] - to[0];
    const dy = target[i][1] - to[1];
    dot += sx * dx + sy * dy;
    cross += sx * dy - sy * dx;
    spread += sx * sx + sy * sy;
  }
  if (!(spread > 0)) throw new RangeError('Expected at least two different points to fit a transform to');
  const a = dot / spread;
  const b = cross / spread;
  return { a, b, tx: to[0] - (a * from[0] - b * from[1]), ty: to[1] - (b * from[0] + a * from[1]) };
}
