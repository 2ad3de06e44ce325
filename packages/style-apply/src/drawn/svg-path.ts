import type { Point } from '@avatar/image';

const number = (value: number): string => value.toFixed(2);

/** `C` commands of a Catmull-Rom spline through the points, to follow a `M` or `L` to the first. */
export function splineThrough(points: readonly Point[]): string {
  let path = '';
  for (let i = 0; i + 1 < points.length; i++) {
    const before = points[Math.max(0, i - 1)];
    const from = points[i];
    const to = points[i + 1];
    const after = points[Math.min(points.length - 1, i + 2)];
    const controls = [
      from[0] + (to[0] - before[0]) / 6,
      from[1] + (to[1] - before[1]) / 6,
      to[0] - (after[0] - from[0]) / 6,
      to[1] - (after[1] - from[1]) / 6,
      to[0],
      to[1],
    ];
    path += `C${controls.map(number).join(' ')}`;
  }
  return path;
}

export const at = ([x, y]: Point): string => `${number(x)} ${number(y)}`;

/** An open curve through the points. */
export const curve = (points: readonly Point[]): string => `M${at(points[0])}${splineThrough(points)}`;

/** The area between two curves that run in the same direction. */
export const ribbon = (one: readonly Point[], other: readonly Point[]): string => {
  const back = [...other].reverse();
  return `${curve(one)}L${at(back[0])}${splineThrough(back)}Z`;
};
