import { smoothstep, type Lab } from '@avatar/image';
import type { FittedColours } from '@avatar/styles';
import type { Canvas } from '../../drawn/canvas.js';
import type { DrawnSubject } from '../../drawn/subject.js';

/** Distance in Lab at which a plate's say has fallen off: lightness, red, yellow. */
const REACH = { L: 8, a: 7, b: 7 };
/** Prints are paler than photos: own colours count for more. */
const OWN = { a: 1.25, b: 1.1 };
const SHARPNESS = 1.6;
/** L between which dark colours become ink, and what skin they spare. */
const DARK = { from: 20, to: 38 };
/** Share of the way to the plates. */
const STRENGTH = 0.9;

/** Everything but skin in the colours of a few plates, in place; borders between them stay a little soft. */
export function printPlates(
  canvas: Canvas,
  { skin, lips, eyes, teeth, alpha }: DrawnSubject,
  colours: FittedColours,
) {
  const plates: Lab[] = [...colours.palette.map(({ colour }) => colour), colours.ink];
  const { ink } = colours;
  for (let i = 0; i < alpha.data.length; i++) {
    if (alpha.data[i] === 0) continue;
    const keep = Math.max(skin.data[i], lips.data[i], eyes.data[i], teeth.data[i]);
    const share = STRENGTH * (1 - smoothstep(0.3, 0.65, keep));
    if (share <= 0) continue;
    const [L, a, b] = [canvas.L[i], canvas.a[i], canvas.b[i]];
    let [weights, sumL, sumA, sumB] = [0, 0, 0, 0];
    for (const [pL, pa, pb] of plates) {
      const away =
        ((pL - L) / REACH.L) ** 2 + ((pa - OWN.a * a) / REACH.a) ** 2 + ((pb - OWN.b * b) / REACH.b) ** 2;
      const weight = Math.exp(-Math.min(60, SHARPNESS * away)) + 1e-12;
      weights += weight;
      sumL += weight * pL;
      sumA += weight * pa;
      sumB += weight * pb;
    }
    const dark = 1 - smoothstep(DARK.from, DARK.to, L);
    const to = (sum: number, axis: 0 | 1 | 2) => sum / weights + (ink[axis] - sum / weights) * dark;
    canvas.L[i] += (to(sumL, 0) - L) * share;
    canvas.a[i] += (to(sumA, 1) - a) * share;
    canvas.b[i] += (to(sumB, 2) - b) * share;
  }
}
