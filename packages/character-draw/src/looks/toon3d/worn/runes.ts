import { dimmed, lifted } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { Material } from '../render/materials.js';
import type { Vec3 } from '../render/maths.js';
import { onFace, type Line } from './glow-lines.js';
import type { Milliner } from './milliner.js';

/** Strokes of five signs in a square from -1 to 1. */
const SIGNS: readonly (readonly Line[])[] = [
  [
    [
      [0, -1],
      [0, 1],
    ],
    [
      [0, -0.7],
      [0.6, -1],
    ],
    [
      [0, -0.1],
      [0.55, -0.45],
    ],
  ],
  [
    [
      [-0.4, 1],
      [-0.4, -1],
      [0.4, -0.3],
      [-0.4, 0.2],
    ],
    [
      [-0.1, 0],
      [0.5, 1],
    ],
  ],
  [
    [
      [0, -1],
      [0, 1],
    ],
    [
      [-0.5, -0.4],
      [0.5, 0.4],
    ],
  ],
  [
    [
      [0, -1],
      [0.5, 0],
      [0, 1],
      [-0.5, 0],
      [0, -1],
    ],
  ],
  [
    [
      [-0.4, -1],
      [-0.4, 1],
    ],
    [
      [0.4, -1],
      [0.4, 1],
    ],
    [
      [-0.4, -0.4],
      [0.4, 0.3],
    ],
  ],
];

/** Signs on the skin and around the head. */
export function runes(figure: Figure, m: Milliner, light: Vec3, covered: boolean): void {
  m.part('runes', Material.Glow);
  const put = (sign: number, x: number, y: number, size: number, side = 1): void => {
    for (const line of SIGNS[sign])
      onFace(
        figure,
        m,
        line.map(([a, b]) => [x + side * a * size, y + b * size] as const),
        0.0135,
        lifted(light, 1.1),
      );
  };
  if (!covered) {
    put(3, 0, -0.74, 0.13);
    for (const side of [-1, 1]) {
      put(0, side * 0.32, -0.68, 0.1, side);
      put(4, side * 0.56, -0.6, 0.08, side);
    }
  }
  for (const side of [-1, 1]) {
    put(2, side * 0.6, 0.46, 0.12, side);
    put(1, side * 0.72, 0.2, 0.08, side);
  }
  const floating = [
    [1.62, 0.95, 0.12, 0],
    [1.86, 0.42, 0.14, 4],
    [1.98, -0.16, 0.15, 1],
    [1.95, -0.76, 0.13, 2],
    [1.74, -1.3, 0.11, 3],
  ] as const;
  for (const side of [-1, 1])
    for (const [x, y, size, sign] of floating)
      for (const line of SIGNS[(sign + (side > 0 ? 2 : 0)) % 5])
        m.bar(
          line.map(([a, b]): Vec3 => [side * x + a * size, y + side * 0.06 + b * size, 0.35]),
          0.021,
          dimmed(light, 1.1),
          line.length * 3,
          () => [0, 0, 1],
          1,
          6,
        );
}
