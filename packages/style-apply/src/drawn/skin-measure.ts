import { clamp, nthSmallest, smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';
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
/**
 * Dark skin shines: where a pixel's chroma over L + 16, which light does not change, is below this share of the
 * darker half's, it mirrors the light. Up to the first lightness such pixels are left out, from the second on they
 * are not: on light skin they are close to its tone.
 */
const GLOSS = { share: 0.9, dark: 54, light: 68 };
/** The darker half without its shadows, as ranks of the lightness. */
const MATTE = { from: 0.15, to: 0.5 };
/** The eye takes the lit part of a face for its colour: a little above the median. */
const MIDDLE = 0.54;
const SURE = 0.7;
const IN_OVAL = 0.5;
/** Share of all skin that a face has which is not covered. */
const LEAST_IN_FACE = 0.15;
/** Natural skin hues in degrees, and chroma that a flat colour should have. */
const HUE = { min: 40, max: 66 };
const CHROMA = { min: 12, max: 34 };
const LEAST_SPREAD = 3.5;
const UNKNOWN: DrawnSkin = { L: 55, a: 14, b: 18, spread: LEAST_SPREAD };

/** Measures the skin of the face in the relit photo. */
export function measureSkin({ lab, skin, oval }: DrawnSubject): DrawnSkin {
  const chosen = sampledPlaces(skin, oval);
  if (chosen.length < 8) return UNKNOWN;
  const matte = withoutGloss(lab, chosen);
  const share = (plane: Float32Array, part: number, places = matte): number => ranked(plane, places, part);
  const a = share(lab.a, 0.5);
  const b = share(lab.b, 0.5);
  const hue = (clamp((Math.atan2(b, a) * 180) / Math.PI, HUE.min, HUE.max) * Math.PI) / 180;
  const chroma = clamp(Math.hypot(a, b), CHROMA.min, CHROMA.max);
  return {
    L: share(lab.L, MIDDLE),
    a: chroma * Math.cos(hue),
    b: chroma * Math.sin(hue),
    spread: Math.max(LEAST_SPREAD, (share(lab.L, 0.85, chosen) - share(lab.L, 0.15, chosen)) / 2),
  };
}

/** Skin of the face; all skin where paint, or what is held before the face, leaves little of it there. */
function sampledPlaces(skin: Plane, oval: Plane): readonly number[] {
  const all: number[] = [];
  for (let i = 0; i < skin.data.length; i += STRIDE) if (skin.data[i] > SURE) all.push(i);
  const inFace = all.filter((i) => oval.data[i] > IN_OVAL);
  return inFace.length < LEAST_IN_FACE * all.length ? all : inFace;
}

function ranked(plane: Float32Array, places: readonly number[], part: number): number {
  const values = Float32Array.from(places, (i) => plane[i]);
  return nthSmallest(values, Math.floor(part * (values.length - 1)));
}

/** The places that show the skin's own colour rather than the light that it mirrors. */
function withoutGloss({ L, a, b }: DrawnSubject['lab'], places: readonly number[]): readonly number[] {
  const [low, high] = [ranked(L, places, MATTE.from), ranked(L, places, MATTE.to)];
  const strength = 1 - smoothstep(GLOSS.dark, GLOSS.light, high);
  if (strength === 0) return places;
  const colour = (i: number) => Math.hypot(a[i], b[i]) / (L[i] + 16);
  const darker = places.filter((i) => L[i] >= low && L[i] <= high);
  const own = darker.reduce((sum, i) => sum + colour(i), 0) / darker.length;
  return places.filter((i) => L[i] <= high || colour(i) >= GLOSS.share * strength * own);
}
