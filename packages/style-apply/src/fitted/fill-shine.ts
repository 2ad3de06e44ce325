import { gaussianBlur, smoothstep } from '@avatar/image';
import type { DrawnSkin } from '../drawn/skin-measure.js';
import type { DrawnSubject } from '../drawn/subject.js';

/** Holes are smaller than this, in pixels of a head of 480 px, and have so much skin around them. */
const HOLE = { sigma: 13, from: 0.4, full: 0.65 };
/** L below the skin's middle tone at which it may be a mole or a hair. */
const LIGHT = { none: -16, all: -8 };

/** Where skin shines it is as pale as cloth, and its mask has holes: they are filled, in place. */
export function fillShine({ skin, oval, lips, eyes, lab, headUnit }: DrawnSubject, { L }: DrawnSkin): void {
  const around = gaussianBlur(skin, HOLE.sigma * headUnit).data;
  for (let i = 0; i < around.length; i++) {
    if (around[i] < HOLE.from || oval.data[i] === 0) continue;
    const inside = oval.data[i] * (1 - lips.data[i]) * (1 - eyes.data[i]);
    const filled =
      inside * smoothstep(HOLE.from, HOLE.full, around[i]) * smoothstep(LIGHT.none, LIGHT.all, lab.L[i] - L);
    if (filled > skin.data[i]) skin.data[i] = filled;
  }
}
