import { clamp, mix } from '@avatar/image';
import type { EyePoint } from './eye-design.js';

/** Where laughing eyes are shut: u, and height in head units. */
export const LAUGHING_ARC: readonly EyePoint[] = [
  [-1, 0.051],
  [-0.62, -0.0476],
  [0, -0.102],
  [0.62, -0.051],
  [1.05, 0.0476],
];

/** Height of an edge at u, whichever way it runs. */
export function heightAt(edge: readonly EyePoint[], u: number): number {
  const points = edge[0][0] < edge[edge.length - 1][0] ? edge : [...edge].reverse();
  const after = clamp(
    points.findIndex(([at]) => at >= u),
    0,
    points.length - 1,
  );
  if (u >= points[points.length - 1][0]) return points[points.length - 1][1];
  if (after === 0) return points[0][1];
  const [[u0, v0], [u1, v1]] = [points[after - 1], points[after]];
  return mix(v0, v1, (u - u0) / (u1 - u0));
}
