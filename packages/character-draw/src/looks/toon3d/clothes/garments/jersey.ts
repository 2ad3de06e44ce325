import type { Point2 } from '@avatar/vector';
import { jerseyNumber, NUMBER_Y, numberStrokes } from '../../../../clothes/digits.js';
import { dimmed } from '../../model/colours.js';
import type { Field } from '../../render/field.js';
import { clamp, mixVec, smoothstep, type Vec3 } from '../../render/maths.js';
import { plainSleeve } from '../outfit.js';
import { put, type Garment } from './garment.js';
import { UNDER_RIB } from './knitwear.js';

/** A sports jersey: V collar, shoulder stripes, a number. */
export const jersey: Garment = (tailor) => {
  const { body, cloth, second } = tailor;
  const { top, shoulder } = body;
  const round = tailor.neckline(-0.4, 0.17);
  const height = (x: number, z: number) =>
    round(x, z) + (z > 0 ? 0.12 * smoothstep(0.35, 0, Math.abs(x)) : 0);
  const edge: Field = (x, y, z) => y - height(x, z) + UNDER_RIB;
  const surface = tailor.shell(0.05, edge);
  tailor.ribCollar(surface, height, 0.12, second);
  const toNumber = distanceTo(numberStrokes(jerseyNumber(tailor.figure.rig.person.character)));
  const colourAt = (x: number, y: number, z: number): Vec3 => {
    const ax = Math.abs(x);
    if (y < top + 0.62 && ax > shoulder * 0.62) {
      const q = y - top - 0.02 + 0.28 * (ax - shoulder * 0.6);
      let stripe = 0;
      for (const at of [0.16, 0.3, 0.44]) stripe = Math.max(stripe, smoothstep(0.04, 0.03, Math.abs(q - at)));
      if (stripe > 0) return mixVec(cloth, second, stripe * smoothstep(shoulder * 0.62, shoulder * 0.63, ax));
    }
    if (Math.abs(ax - shoulder * 0.66) < 0.014 && y > top + 0.2) return dimmed(cloth, 0.62);
    const number =
      z > 0.2 && ax < 0.5 && y > top + 0.3 && y < top + 1.1
        ? smoothstep(0.056, 0.042, toNumber(x, y - top - NUMBER_Y))
        : 0;
    const mesh = 0.97 + 0.03 * Math.sin(x * 95) * Math.sin(y * 95);
    return mixVec(dimmed(cloth, mesh), second, number);
  };
  return {
    surface,
    isSkin: (x, y, z) => edge(x, y, z) < 0,
    colourAt: (x, y, z, out) => put(out, colourAt(x, y, z)),
    sleeve: { ...plainSleeve(cloth, 'short'), colour: colourAt, cuff: second },
  };
};

/** Distance to the strokes of a number, units. */
function distanceTo(strokes: readonly (readonly Point2[])[]): (x: number, y: number) => number {
  return (x, y) => {
    let best = Infinity;
    for (const stroke of strokes)
      for (let i = 1; i < stroke.length; i++) {
        const [x0, y0] = stroke[i - 1];
        const dx = stroke[i][0] - x0;
        const dy = stroke[i][1] - y0;
        const t = clamp(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy));
        best = Math.min(best, Math.hypot(x - x0 - dx * t, y - y0 - dy * t));
      }
    return best;
  };
}
