import type { Figure } from '../model/figure.js';
import { mix, type Vec3 } from '../render/maths.js';
import type { Milliner } from './milliner.js';

export type Line = readonly (readonly [number, number])[];

/** A glowing line on the face. */
export function onFace(figure: Figure, m: Milliner, line: Line, width: number, light: Vec3): void {
  const points: Vec3[] = [];
  for (let i = 0; i + 1 < line.length; i++)
    for (let k = 0; k < 4; k++) {
      const x = mix(line[i][0], line[i + 1][0], k / 4);
      const y = mix(line[i][1], line[i + 1][1], k / 4);
      points.push([x, y, figure.headSurface.frontAt(x, y) + 0.008]);
    }
  const [x, y] = line[line.length - 1];
  points.push([x, y, figure.headSurface.frontAt(x, y) + 0.008]);
  m.bar(points, width, light, Math.max(8, points.length * 2), () => [0, 0, 1], 0.6, 6);
}

/** A glowing dot on the face. */
export function dot(
  figure: Figure,
  m: Milliner,
  at: readonly [number, number],
  radius: number,
  light: Vec3,
): void {
  m.ball(
    [at[0], at[1], figure.headSurface.frontAt(at[0], at[1]) + 0.004],
    [radius, radius, radius * 0.5],
    light,
    10,
  );
}
