import { splinePath, type Point2 } from '@avatar/vector';
import type { Tones } from '../looks/vector/tones.js';
import type { ClothPoint, Tailor } from './tailor.js';

type Stroke = readonly (readonly [x: number, y: number])[];

/** Skeletons of the ten digits in a box from -1 to 1: our own, so that no font is needed. */
const DIGITS: readonly (readonly Stroke[])[] = [
  [
    [
      [0, -1],
      [0.62, -0.7],
      [0.62, 0.7],
      [0, 1],
      [-0.62, 0.7],
      [-0.62, -0.7],
      [0, -1],
    ],
  ],
  [
    [
      [-0.36, -0.66],
      [0.1, -1],
      [0.1, 1],
    ],
  ],
  [
    [
      [-0.6, -0.62],
      [-0.1, -1],
      [0.56, -0.66],
      [0.46, -0.08],
      [-0.6, 1],
      [0.66, 1],
    ],
  ],
  [
    [
      [-0.56, -0.86],
      [0.2, -1],
      [0.56, -0.52],
      [0, -0.06],
      [0.62, 0.42],
      [0.2, 1],
      [-0.6, 0.84],
    ],
  ],
  [
    [
      [0.3, 1],
      [0.3, -1],
      [-0.66, 0.44],
      [0.66, 0.44],
    ],
  ],
  [
    [
      [0.56, -1],
      [-0.46, -1],
      [-0.54, -0.12],
      [0.1, -0.26],
      [0.62, 0.3],
      [0.16, 1],
      [-0.6, 0.86],
    ],
  ],
  [
    [
      [0.46, -1],
      [-0.3, -0.5],
      [-0.6, 0.36],
      [0, 1],
      [0.6, 0.42],
      [0, -0.08],
      [-0.56, 0.3],
    ],
  ],
  [
    [
      [-0.6, -1],
      [0.62, -1],
      [-0.1, 1],
    ],
  ],
  [
    [
      [0, -0.06],
      [-0.5, -0.5],
      [0, -1],
      [0.5, -0.5],
      [0, -0.06],
      [-0.6, 0.5],
      [0, 1],
      [0.6, 0.5],
      [0, -0.06],
    ],
  ],
  [
    [
      [-0.46, 1],
      [0.3, 0.5],
      [0.6, -0.36],
      [0, -1],
      [-0.6, -0.42],
      [0, 0.08],
      [0.56, -0.3],
    ],
  ],
];

/** Where a jersey has its number: middle below the line of the shoulders, and height, in head units. */
export const NUMBER_Y = 0.68;
const NUMBER_HEIGHT = 0.48;

export const jerseyNumber = ({ seed }: { readonly seed: number }): number => 1 + (seed % 30);

/** The strokes of a number around its middle, in head units. */
export function numberStrokes(value: number): readonly (readonly Point2[])[] {
  const digits = String(value).split('').map(Number);
  const width = NUMBER_HEIGHT * 0.62;
  const start = -((digits.length - 1) * width * 1.35) / 2;
  return digits.flatMap((digit, i) =>
    DIGITS[digit].map((stroke) =>
      stroke.map(([u, v]): Point2 => [start + i * width * 1.35 + u * width * 0.5, (v * NUMBER_HEIGHT) / 2]),
    ),
  );
}

/** A number of one or two digits on the chest. */
export function drawNumber(tailor: Tailor, value: number, tones: Tones): void {
  const paths = numberStrokes(value).map((stroke) =>
    splinePath(
      tailor
        .points(stroke.map(([x, y]): ClothPoint => [x, NUMBER_Y + y, 0.5]))
        .map(([px, py]): Point2 => [px, py, true]),
    ),
  );
  const { scene } = tailor;
  for (const path of paths) scene.line(path, 15, scene.ifInked(tones.line, tones.shadow));
  for (const path of paths) scene.line(path, 10, tones.base);
}
