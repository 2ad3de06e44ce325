import type { Lapel } from '@avatar/character';
import type { Tones } from '../looks/vector/tones.js';
import { edge, flipped, type ClothPoint, type Tailor } from './tailor.js';

type Shape = (width: number, bottom: number) => ClothPoint[];

const SHAPES: Readonly<Record<Lapel, Shape>> = {
  shawl: (w, b) => [
    [w + 0.02, -0.3, -0.1],
    edge(w * 0.74, 0.24, 0.32),
    edge(0.04, b, 0.5),
    [0.5, b * 0.72, 0.5],
    [0.86, 0.42, 0.42],
    [w + 0.34, -0.04, 0],
  ],
  peak: (w, b) => [
    [w + 0.02, -0.3, -0.1],
    edge(w * 0.72, 0.26, 0.32),
    edge(0.05, b, 0.5),
    [0.6, b * 0.74, 0.5],
    edge(1.14, 0.34, 0.42),
    edge(0.86, 0.42, 0.42),
    edge(0.98, 0.3, 0.38),
    [w + 0.28, -0.1, 0],
  ],
  notch: (w, b) => [
    [w + 0.02, -0.3, -0.1],
    edge(w * 0.72, 0.26, 0.32),
    edge(0.05, b, 0.5),
    [0.66, b * 0.7, 0.5],
    edge(1, 0.52, 0.42),
    edge(0.8, 0.44, 0.42),
    edge(1, 0.3, 0.38),
    [w + 0.28, -0.1, 0],
  ],
};

/** The turned edges of a jacket, down to its button. */
export function drawLapels(tailor: Tailor, tones: Tones, width: number, kind: Lapel, bottom: number): void {
  for (const side of [-1, 1]) {
    const points = flipped(side, SHAPES[kind](width, bottom));
    tailor.area(
      points.map(([x, y, z, c]): ClothPoint => [x + 0.05, y + 0.07, z, c]),
      tones.deep,
      0.6,
      tailor.scene.torsoClip,
    );
    tailor.panel(points, tailor.lit(tones, side < 0 ? 0.5 : 0.1), tones, 1.05);
    if (kind !== 'shawl')
      tailor.seam(
        flipped(side, [
          [width + 0.12, -0.16, 0],
          [0.7, 0.34, 0.42],
          [0.8, 0.44, 0.42],
        ]),
        2,
        tones,
        0.8,
        'none',
      );
  }
}
