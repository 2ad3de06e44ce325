import { between2, between3, type Point2, type Point3 } from './point.js';

/** Catmull-Rom weights of four neighbours at `t` in [0, 1] between the middle two. */
function weights(t: number): readonly [number, number, number, number] {
  const t2 = t * t;
  const t3 = t2 * t;
  return [(-t + 2 * t2 - t3) / 2, (2 - 5 * t2 + 3 * t3) / 2, (t + 4 * t2 - 3 * t3) / 2, (t3 - t2) / 2];
}

const neighbour = (index: number, count: number, isClosed: boolean): number =>
  isClosed ? (index + count) % count : Math.min(count - 1, Math.max(0, index));

/** Points along the Catmull-Rom spline through `points`, `perSpan` for each span. */
export function sample2(points: readonly Point2[], perSpan = 8, isClosed = false): Point2[] {
  const count = points.length;
  const spans = isClosed ? count : count - 1;
  const steps = Array.from({ length: perSpan }, (_, i) => weights(i / perSpan));
  const sampled: Point2[] = [];
  for (let i = 0; i < spans; i++) {
    const a = points[neighbour(i - 1, count, isClosed)];
    const b = points[i];
    const c = points[neighbour(i + 1, count, isClosed)];
    const d = points[neighbour(i + 2, count, isClosed)];
    for (const [wa, wb, wc, wd] of steps)
      sampled.push([
        wa * a[0] + wb * b[0] + wc * c[0] + wd * d[0],
        wa * a[1] + wb * b[1] + wc * c[1] + wd * d[1],
      ]);
  }
  if (!isClosed && count > 0) sampled.push(points[count - 1]);
  return sampled;
}

/** `sample2` in space, for open curves. */
export function sample3(points: readonly Point3[], perSpan = 8): Point3[] {
  const count = points.length;
  const steps = Array.from({ length: perSpan }, (_, i) => weights(i / perSpan));
  const sampled: Point3[] = [];
  for (let i = 0; i < count - 1; i++) {
    const a = points[Math.max(0, i - 1)];
    const b = points[i];
    const c = points[i + 1];
    const d = points[Math.min(count - 1, i + 2)];
    for (const [wa, wb, wc, wd] of steps)
      sampled.push([
        wa * a[0] + wb * b[0] + wc * c[0] + wd * d[0],
        wa * a[1] + wb * b[1] + wc * c[1] + wd * d[1],
        wa * a[2] + wb * b[2] + wc * c[2] + wd * d[2],
      ]);
  }
  if (count > 0) sampled.push(points[count - 1]);
  return sampled;
}

/** `count` points at equal distances along a line of points. */
export function spread2(points: readonly Point2[], count: number): Point2[] {
  const lengths = [0];
  for (let i = 1; i < points.length; i++)
    lengths.push(
      lengths[i - 1] + Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]),
    );
  return places(lengths, count).map(([index, amount]) =>
    between2(points[index], points[Math.min(points.length - 1, index + 1)], amount),
  );
}

/** `spread2` in space. */
export function spread3(points: readonly Point3[], count: number): Point3[] {
  const lengths = [0];
  for (let i = 1; i < points.length; i++)
    lengths.push(
      lengths[i - 1] +
        Math.hypot(
          points[i][0] - points[i - 1][0],
          points[i][1] - points[i - 1][1],
          points[i][2] - points[i - 1][2],
        ),
    );
  return places(lengths, count).map(([index, amount]) =>
    between3(points[index], points[Math.min(points.length - 1, index + 1)], amount),
  );
}

function places(lengths: readonly number[], count: number): [index: number, amount: number][] {
  const total = lengths[lengths.length - 1] || 1;
  const found: [number, number][] = [];
  let index = 0;
  for (let i = 0; i < count; i++) {
    const wanted = count === 1 ? 0 : (total * i) / (count - 1);
    while (index < lengths.length - 2 && lengths[index + 1] < wanted) index++;
    const span = lengths[index + 1] - lengths[index] || 1;
    found.push([index, Math.min(1, Math.max(0, (wanted - lengths[index]) / span))]);
  }
  return found;
}
