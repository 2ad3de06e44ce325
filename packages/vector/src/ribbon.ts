import { clamp } from '@avatar/image';
import { polygonPath, type PathData } from './path.js';
import type { Point2 } from './point.js';
import { sample2 } from './spline.js';

/** Half a width along a line; 0 is its start and 1 its end. */
export type WidthProfile = (position: number) => number;

/** The closed outline of a line with a width. A thin end becomes a corner. */
export function ribbon(centre: readonly Point2[], halfWidth: WidthProfile): Point2[] {
  const last = centre.length - 1;
  const left: Point2[] = [];
  const right: Point2[] = [];
  for (let i = 0; i <= last; i++) {
    const before = centre[Math.max(0, i - 1)];
    const after = centre[Math.min(last, i + 1)];
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const scale = halfWidth(i / last) / (Math.hypot(dx, dy) || 1);
    const [x, y] = centre[i];
    left.push([x - dy * scale, y + dx * scale]);
    right.push([x + dy * scale, y - dx * scale]);
  }
  if (halfWidth(1) < 0.8) {
    left.pop();
    right.pop();
    return [...left, [centre[last][0], centre[last][1], true], ...right.reverse()];
  }
  return [...left, ...right.reverse()];
}

/** How the pressure of a pen runs along a stroke, 0 to 1. */
export const TAPER = {
  both: (t: number) => Math.sin(Math.PI * clamp(t, 0.001, 0.999)) ** 0.65,
  in: (t: number) => t ** 0.7,
  out: (t: number) => (1 - t) ** 0.7,
  none: () => 1,
  soft: (t: number) => 0.45 + 0.55 * Math.sin(Math.PI * t),
  /** A drapery fold: heavy near its root, long and thin after it. */
  fold: (t: number) => Math.sin(Math.PI * Math.min(0.999, Math.max(t, 0.004) ** 0.6)) ** 0.8,
} satisfies Record<string, WidthProfile>;

export type Taper = keyof typeof TAPER | WidthProfile;

/** A stroke of ink through the points, as a filled shape: `width` at full pressure. */
export function inkStroke(
  points: readonly Point2[],
  width: number,
  taper: Taper = 'both',
  perSpan = 6,
): PathData {
  const pressure = typeof taper === 'function' ? taper : TAPER[taper];
  return polygonPath(ribbon(sample2(points, perSpan), (t) => (width / 2) * Math.max(0.04, pressure(t))));
}
