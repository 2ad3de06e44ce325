import { Material } from '../render/materials.js';
import { clamp, mix, type Vec3 } from '../render/maths.js';
import { laySheet, placeBall } from '../render/sheet.js';
import { dimmed, linear } from './colours.js';
import type { Figure } from './figure.js';

/** Teeth and tongue of an open mouth. */
export function buildMouthInside(figure: Figure): void {
  const { mouth } = figure.face;
  if (!mouth.open) return;
  const { mesh, headFrame } = figure;
  const front = figure.rig.head.front(mouth.y);
  const gap = mouth.lowerEdge(0) - mouth.upperEdge(0);
  if (!mouth.round) teeth(figure, front, Math.min(0.145, gap * 0.6 + 0.014));
  mesh.begin('tongue', Material.Moist, headFrame);
  placeBall(
    mesh,
    [mouth.shift, mouth.y + mouth.lowerEdge(0) - 0.015, front - 0.11],
    [mouth.half * 0.52, Math.min(0.1, gap * 0.34), 0.12],
    linear('#cf6168'),
    22,
  );
}

function teeth(figure: Figure, front: number, height: number): void {
  const { mouth } = figure.face;
  const white = linear('#f6f1ea');
  const at = (t: number, v: number): Vec3 => {
    const top = mouth.upperEdge(t) - 0.014;
    return [
      mouth.half * t + mouth.shift,
      mouth.y + top + v * height * (1 - 0.5 * Math.abs(t) ** 2.4),
      front + 0.02 - 0.34 * t * t - 0.012 * v,
    ];
  };
  figure.mesh.begin('teeth', Material.Teeth, figure.headFrame);
  laySheet(figure.mesh, (u, v) => at(mix(-0.9, 0.9, u), v), {
    columns: 60,
    rows: 5,
    outward: () => [0, 0, 1],
    colour: (u) => {
      const place = (u * 8) % 1;
      const gap = Math.min(place, 1 - place) < 0.045 ? 0.86 : 1;
      return dimmed(white, (1 - 0.6 * Math.abs(u * 2 - 1) ** 2.6) * gap * clamp(1));
    },
  });
}
