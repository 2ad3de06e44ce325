import { lifted, linear } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { snapTo } from '../render/field.js';
import { Material } from '../render/materials.js';
import { type Vec3 } from '../render/maths.js';
import { dot, onFace, type Line } from './glow-lines.js';
import { Milliner } from './milliner.js';
import { runes } from './runes.js';

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
