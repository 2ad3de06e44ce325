import { clamp, nthSmallest } from '@avatar/image';
import type { DrawnSubject } from './subject.js';

/** The person's skin as it will be drawn: one colour, and how far light moves it. */
export interface DrawnSkin {
  /** CIELAB of the middle tone. */
  readonly L: number;
  readonly a: number;
  readonly b: number;
  /** Half the spread of the lightness over the face: the contrast of the photo's own light. */
  readonly spread: number;
}

const STRIDE = 7;
/** The eye takes the lit part of a face for its colour: a little above the median. */
const MIDDLE = 0.54;
const SURE = 0.7;
const IN_OVAL = 0.5;
/** Natural skin hues in degrees, and chroma that a flat colour should have. */
const HUE = { min: 40, max: 66 };
const CHROMA = { min: 12, max: 34 };
const LEAST_SPREAD = 3.5;
const UNKNOWN: DrawnSkin = { L: 55, a: 14, b: 18, spread: LEAST_SPREAD };

/** Measures the skin of the face in the relit photo. */
export function measureSkin({ lab, skin, oval }: DrawnSubject): DrawnSkin {
  const chosen: number[] = [];
  for (let i = 0; i < skin.data.length; i += STRIDE)
    if (skin.data[i] > SURE && oval.data[i] > IN_OVAL) chosen.push(i);
  if (chosen.length < 8) return UNKNOWN;
  const share = (plane: Float32Array, part: number): number => {
    const values = Float32Array.from(chosen, (i) => plane[i]);
    return nthSmallest(values, Math.floor(part * (values.length - 1)));
  };
  const a = share(lab.a, 0.5);
  const b = share(lab.b, 0.5);
  const hue = (clamp((Math.atan2(b, a) * 180) / Math.PI, HUE.min, HUE.max) * Math.PI) / 180;
  const chroma = clamp(Math.hypot(a, b), CHROMA.min, CHROMA.max);
  return {
    L: share(lab.L, MIDDLE),
    a: chroma * Math.cos(hue),
    b: chroma * Math.sin(hue),
    spread: Math.max(LEAST_SPREAD, (share(lab.L, 0.85) - share(lab.L, 0.15)) / 2),
  };
}
