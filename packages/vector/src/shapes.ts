import type { Point2 } from './point.js';

/** `count` points of an ellipse, clockwise from its right. */
export function ellipsePoints(
  [cx, cy]: Point2,
  radiusX: number,
  radiusY = radiusX,
  count = 28,
  turnRad = 0,
): Point2[] {
  const cos = Math.cos(turnRad);
  const sin = Math.sin(turnRad);
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI;
    const x = Math.cos(angle) * radiusX;
    const y = Math.sin(angle) * radiusY;
    return [cx + x * cos - y * sin, cy + x * sin + y * cos];
  });
}

/** The same outline, clockwise on the screen: merged paths of one winding are a true union under the nonzero rule. */
export function clockwise(points: readonly Point2[]): readonly Point2[] {
  let area = 0;
  for (let i = 0; i < points.length; i++) {
    const a = points[i];
    const b = points[(i + 1) % points.length];
    area += a[0] * b[1] - b[0] * a[1];
  }
  return area < 0 ? [...points].reverse() : points;
}
