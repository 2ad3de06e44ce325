import { clamp, smoothstep } from '@avatar/image';
import type { DrawnSkin } from '../../drawn/skin-measure.js';
import type { FittedColours } from '@avatar/styles';

/** Light skin may be left as bare paper; dark skin is printed as dark as it is. L of skin, and the most in L. */
const BARE = { from: 53, to: 67, most: 9 };
/** Skin takes a share of the paper's yellow, and keeps a share of its own colour. */
const COLOUR = { ownA: 0.6, red: 1, ownB: 0.72, paperB: 0.3 };
const BOUNDS = { a: [4, 16], b: [9, 26] } as const;

/** The skin's plate: one flat colour. */
export function printedSkin(skin: DrawnSkin, { paper }: FittedColours): DrawnSkin {
  const lift = clamp(paper[0] + 1 - skin.L, -4, BARE.most * smoothstep(BARE.from, BARE.to, skin.L));
  return {
    L: skin.L + lift,
    a: clamp(COLOUR.ownA * skin.a + COLOUR.red, ...BOUNDS.a),
    b: clamp(COLOUR.ownB * skin.b + COLOUR.paperB * paper[2], ...BOUNDS.b),
    spread: skin.spread,
  };
}
