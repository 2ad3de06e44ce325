import { dimmed } from '../../model/colours.js';
import type { Field } from '../../render/field.js';
import { smoothstep, type Vec3 } from '../../render/maths.js';
import { plainSleeve } from '../outfit.js';
import { printOf } from '../patterns.js';
import { put, type Garment } from './garment.js';
import { UNDER_RIB } from './knitwear.js';

/** A sports jersey: V collar, shoulder stripes, a number. */
export const jersey: Garment = (tailor) => {
  const { body, cloth, second, spec } = tailor;
  const { top, shoulder } = body;
  const round = tailor.neckline(-0.4, 0.17);
  const height = (x: number, z: number) =>
    round(x, z) + (z > 0 ? 0.12 * smoothstep(0.35, 0, Math.abs(x)) : 0);
  const edge: Field = (x, y, z) => y - height(x, z) + UNDER_RIB;
  const surface = tailor.shell(0.05, edge);
  tailor.ribCollar(surface, height, 0.12, second);
  const printed = printOf(spec, cloth);
  const digit = 1 + (tailor.figure.rig.person.character.seed % 9);
  const colourAt = (x: number, y: number, z: number): Vec3 => {
    const ax = Math.abs(x);
    if (y < top + 0.62 && ax > shoulder * 0.62) {
      const q = y - top - 0.02 + 0.28 * (ax - shoulder * 0.6);
      for (const at of [0.16, 0.3, 0.44]) if (Math.abs(q - at) < 0.035) return second;
    }
    if (Math.abs(ax - shoulder * 0.66) < 0.014 && y > top + 0.2) return dimmed(cloth, 0.62);
    if (z > 0.2 && digitAt(digit, x, y - top - 0.72) < 0.075) return second;
    const mesh = 0.97 + 0.03 * Math.sin(x * 95) * Math.sin(y * 95);
    return dimmed(printed(x, y, z), mesh);
  };
  return {
    surface,
    isSkin: (x, y, z) => edge(x, y, z) < 0,
    colourAt: (x, y, z, out) => put(out, colourAt(x, y, z)),
    sleeve: { ...plainSleeve(cloth, 'short'), colour: colourAt, cuff: second },
  };
};

/** Strokes of the digits on a grid 0.4 wide and 0.64 high: [x0, y0, x1, y1]. */
const DIGITS: Readonly<Record<number, readonly (readonly [number, number, number, number])[]>> = {
  1: [
    [0, 0, 0, 0.62],
    [-0.13, 0.1, 0, 0],
  ],
  2: [
    [-0.18, 0, 0.18, 0],
    [0.18, 0, 0.18, 0.28],
    [0.18, 0.28, -0.18, 0.62],
    [-0.18, 0.62, 0.19, 0.62],
  ],
  3: [
    [-0.18, 0, 0.18, 0],
    [0.18, 0, 0.18, 0.62],
    [-0.18, 0.62, 0.18, 0.62],
    [-0.08, 0.3, 0.18, 0.3],
  ],
  4: [
    [-0.18, 0, -0.18, 0.34],
    [-0.18, 0.34, 0.19, 0.34],
    [0.1, 0, 0.1, 0.62],
  ],
  5: [
    [0.18, 0, -0.18, 0],
    [-0.18, 0, -0.18, 0.28],
    [-0.18, 0.28, 0.18, 0.28],
    [0.18, 0.28, 0.18, 0.62],
    [0.18, 0.62, -0.18, 0.62],
  ],
  6: [
    [0.16, 0, -0.18, 0],
    [-0.18, 0, -0.18, 0.62],
    [-0.18, 0.62, 0.18, 0.62],
    [0.18, 0.62, 0.18, 0.3],
    [0.18, 0.3, -0.18, 0.3],
  ],
  7: [
    [-0.2, 0, 0.2, 0],
    [0.2, 0, -0.05, 0.62],
  ],
  8: [
    [-0.18, 0, 0.18, 0],
    [-0.18, 0, -0.18, 0.62],
    [0.18, 0, 0.18, 0.62],
    [-0.18, 0.62, 0.18, 0.62],
    [-0.18, 0.3, 0.18, 0.3],
  ],
  9: [
    [0.18, 0.3, -0.18, 0.3],
    [-0.18, 0.3, -0.18, 0],
    [-0.18, 0, 0.18, 0],
    [0.18, 0, 0.18, 0.62],
    [0.18, 0.62, -0.16, 0.62],
  ],
};

function digitAt(digit: number, x: number, y: number): number {
  let best = Infinity;
  for (const [x0, y0, x1, y1] of DIGITS[digit] ?? []) {
    const dx = x1 - x0;
    const dy = y1 - y0;
    const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
    best = Math.min(best, Math.hypot(x - x0 - dx * t, y - y0 - dy * t));
  }
  return best;
}
