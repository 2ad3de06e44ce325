import { ellipsePoints, splinePath, type Point2 } from '@avatar/vector';
import { takesPrint } from '../looks/unsupported.js';
import type { Scene } from '../looks/vector/scene.js';
import { STEPS, type Limb } from './limb.js';

/** What is printed on the torso goes on along the sleeves, across them. Knits have a tile of their own. */
export function drawSleevePrint(scene: Scene, limbs: readonly Limb[]): void {
  const { pattern, style } = scene.character.clothing;
  if (!takesPrint(style)) return;
  const { base } = scene.palette.second;
  for (const limb of limbs) {
    const { across, along, at } = placesOn(scene, limb);
    switch (pattern) {
      case 'stripes':
        for (const t of along(0.24)) scene.stroke(across(t), 11, base, { opacity: 0.95, taper: 'none' });
        break;
      case 'plaid':
        for (const t of along(0.36)) scene.stroke(across(t), 14, base, { opacity: 0.32, taper: 'none' });
        for (const t of along(0.36, 0.14))
          scene.stroke(across(t), 2.4, base, { opacity: 0.7, taper: 'none' });
        for (const side of [-0.5, 0.4])
          scene.stroke(
            along(0.2).map((t) => at(t, side)),
            14,
            base,
            { opacity: 0.32, taper: 'none' },
          );
        break;
      case 'dots':
      case 'leaf': {
        const radius = (pattern === 'dots' ? 0.045 : 0.06) * scene.rig.view.scale;
        const spots = along(0.22).flatMap((t, i) =>
          [-0.66, 0, 0.66].map((side) => at(t, side + (i % 2) * 0.33)),
        );
        const flat = pattern === 'dots' ? 1 : 0.5;
        const data = spots.map((p, i) =>
          splinePath(ellipsePoints(p, radius, radius * flat, 10, i * 2.4), true),
        );
        scene.document.path(data.join(''), { fill: base, opacity: pattern === 'dots' ? 1 : 0.6 });
        break;
      }
    }
  }
}

/** Places on a limb: shares of its length every `step` head units, and points beside its centre line. */
function placesOn({ rig }: Scene, { centre, width }: Limb) {
  const [first, last] = [centre[0], centre[centre.length - 1]];
  const length = Math.hypot(last[0] - first[0], last[1] - first[1]) / rig.view.scale;
  const at = (t: number, side: number): Point2 => {
    const i = Math.min(STEPS - 2, Math.floor(t * (STEPS - 1)));
    const [x, y] = centre[i];
    const [nx, ny] = centre[i + 1];
    const step = Math.hypot(nx - x, ny - y) || 1;
    const off = width(t) * side;
    return [x - ((ny - y) / step) * off, y + ((nx - x) / step) * off];
  };
  return {
    at,
    // Bent like a ring around a round limb.
    across: (t: number): Point2[] => [at(t, -1.1), at(Math.min(1, t + 0.06), 0), at(t, 1.1)],
    along: (step: number, from = 0.06): number[] =>
      Array.from(
        { length: Math.max(0, Math.ceil((length - from) / step)) },
        (_, i) => (from + i * step) / length,
      ),
  };
}
