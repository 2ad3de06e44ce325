import { dimmed, lifted, linear } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { snapTo } from '../render/field.js';
import { Material } from '../render/materials.js';
import { mix, type Vec3 } from '../render/maths.js';
import { Milliner } from './milliner.js';

type Line = readonly (readonly [number, number])[];

/** Light that lies on the skin or floats around the head. */
export function buildEffects(figure: Figure): void {
  const { effects, glow, headwear } = figure.rig.person.character;
  const m = new Milliner(figure);
  const light = linear(glow.hex);
  if (effects.includes('cyber_eye')) cyberEye(figure, m, light);
  if (effects.includes('neon_circuits')) circuits(figure, m, light, linear(glow.second));
  if (effects.includes('glowing_runes'))
    runes(figure, m, light, !['none', 'headphones', 'crown'].includes(headwear.style));
}

/** A glowing line on the face. */
function onFace(figure: Figure, m: Milliner, line: Line, width: number, light: Vec3): void {
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

function dot(figure: Figure, m: Milliner, at: readonly [number, number], radius: number, light: Vec3): void {
  m.ball(
    [at[0], at[1], figure.headSurface.frontAt(at[0], at[1]) + 0.004],
    [radius, radius, radius * 0.5],
    light,
    10,
  );
}

function cyberEye(figure: Figure, m: Milliner, light: Vec3): void {
  const { eye } = figure.face;
  const [x, y, z] = eye.centre;
  m.part('eye_ring', Material.Metal);
  m.bar(
    Array.from({ length: 33 }, (_, i): Vec3 => {
      const a = (i / 32) * 2 * Math.PI;
      return snapTo(
        figure.headSurface.field,
        [x + Math.cos(a) * eye.ball * 1.12, y + Math.sin(a) * eye.ball, z + eye.ball * 0.8],
        0.015,
      );
    }),
    0.032,
    linear('#8d949c'),
    64,
    () => [0, 0, 1],
    0.8,
  );
  m.part('circuits', Material.Glow);
  const lines: Line[] = [
    [
      [x + 0.2, y + 0.34],
      [x + 0.14, y + 0.46],
      [x + 0.14, y + 0.64],
      [x - 0.04, y + 0.8],
    ],
    [
      [x + 0.02, y + 0.38],
      [x + 0.02, y + 0.56],
      [x - 0.1, y + 0.64],
    ],
    [
      [x + 0.3, y + 0.2],
      [x + 0.36, y + 0.32],
      [x + 0.33, y + 0.5],
      [x + 0.22, y + 0.66],
      [x + 0.22, y + 0.84],
    ],
  ];
  for (const line of lines) {
    onFace(figure, m, line, 0.0125, lifted(light, 1.1));
    dot(figure, m, line[line.length - 1], 0.03, lifted(light, 1.2));
  }
}

function circuits(figure: Figure, m: Milliner, light: Vec3, second: Vec3): void {
  m.part('circuits', Material.Glow);
  const lines: Line[] = [
    [
      [0.2, -0.92],
      [0.2, -0.7],
      [0.34, -0.58],
      [0.62, -0.58],
    ],
    [
      [0.42, -0.88],
      [0.42, -0.74],
      [0.66, -0.7],
    ],
    [
      [0.8, 0.2],
      [0.68, 0.34],
      [0.68, 0.56],
      [0.52, 0.72],
    ],
    [
      [0.84, 0.42],
      [0.76, 0.56],
      [0.76, 0.72],
      [0.6, 0.9],
      [0.44, 1.0],
    ],
    [
      [0.3, 0.62],
      [0.46, 0.62],
      [0.56, 0.5],
    ],
  ];
  for (const side of [-1, 1])
    lines.forEach((line, i) => {
      const glow = i % 2 ? second : light;
      const mirrored = line.map(([x, y]) => [side * x, y] as const);
      onFace(figure, m, mirrored, 0.0125, lifted(glow, 1.1));
      dot(figure, m, mirrored[mirrored.length - 1], 0.028, lifted(glow, 1.2));
    });
}

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

function runes(figure: Figure, m: Milliner, light: Vec3, covered: boolean): void {
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
