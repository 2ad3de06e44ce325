import type { Plane } from '@avatar/stage';
import type { Point } from './transform.js';

/** Sets `value` inside the polygon (even-odd rule, pixel centres), in place. Points are in pixels of `target`. */
export function fillPolygon(target: Plane, polygon: readonly Point[], value = 1): void {
  const { data, width, height } = target;
  const ys = polygon.map((point) => point[1]);
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(...ys)));
  for (let y = top; y <= bottom; y++) {
    const crossings = crossingsAt(polygon, y + 0.5);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const left = Math.max(0, Math.round(crossings[i]));
      const right = Math.min(width, Math.round(crossings[i + 1]));
      if (right > left) data.fill(value, y * width + left, y * width + right);
    }
  }
}

function crossingsAt(polygon: readonly Point[], y: number): number[] {
  const crossings: number[] = [];
  for (let i = 0; i < polygon.length; i++) {
    const from = polygon[i];
    const to = polygon[(i + 1) % polygon.length];
    if (from[1] <= y !== to[1] <= y)
      crossings.push(from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]));
  }
  return crossings.sort((a, b) => a - b);
}
