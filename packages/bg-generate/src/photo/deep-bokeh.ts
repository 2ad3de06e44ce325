import type { AlignedFace, Plane } from '@avatar/stage';
import {
  clamp,
  fastSrgb,
  lightOf,
  luminance,
  mapPlane,
  mapPlanes3,
  smoothstep,
  srgbToLinear,
  type Planes3,
} from '@avatar/image';
import type { Backdrop } from '../backdrop.js';
import { addDiscs, bokehDiscs } from './bokeh-discs.js';
import { throughLens } from './lens-blur.js';
import { encodedAtSize, photoBackground } from './photo-background.js';

/** 85 mm at f/1.4, focused on a head that fills half of the frame. */
const LENS = { blurRadius: 0.06, softness: 0.009, highlights: 5 };

/** Mean brightness that the background is led to, sRGB-encoded, and the bounds of the exposure that does it, linear. */
const EXPOSURE = { brightness: 0.2, min: 0.03, max: 2 };
const SATURATION = 0.95;
/** Fall-off towards the corners: brightness at the far end, seen from behind the head. */
const FALLOFF = { x: 0.5, y: 0.4, from: 0.25, to: 0.85, rest: 0.07 };
/** Stray light in the shadows, cool, linear. */
const SHADOWS = [0.0022, 0.0036, 0.0052] as const;
/** A warm lamp behind the person, on the side that the key light leaves dark. Linear; lengths are fractions of the side. */
const GLOW = { light: [0.06, 0.028, 0.009], away: 0.3, y: 0.35, width: 0.06, height: 0.1 } as const;

/** The same lamp on the person's outline: it parts dark hair from the dark behind it. */
const RIM = { colour: lightOf([1, 0.74, 0.45]), side: 0.85, strength: 0.2, reach: 0.02 };

const brightnessAt = ([red, green, blue]: Planes3, i: number): number =>
  luminance(red.data[i], green.data[i], blue.data[i]);

/** The exposure that brings the background to its mean brightness. */
function exposureOf(light: Planes3): number {
  const count = light[0].data.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += fastSrgb(brightnessAt(light, i));
  const mean = Math.max(1e-3, sum / count);
  return clamp(srgbToLinear(EXPOSURE.brightness) / srgbToLinear(mean), EXPOSURE.min, EXPOSURE.max);
}

/** Dark, a little desaturated, falling off to the corners; cool shadows and a warm glow at `glowX`. */
function graded(light: Planes3, glowX: number): Planes3 {
  const exposure = exposureOf(light);
  const { width, height } = light[0];
  const falloff = mapPlane(light[0], (_, i) => {
    const distance = Math.hypot(((i % width) + 0.5) / width - FALLOFF.x, i / width / height - FALLOFF.y);
    return 1 - (1 - FALLOFF.rest) * smoothstep(FALLOFF.from, FALLOFF.to, distance);
  }).data;
  const glow = mapPlane(light[0], (_, i) => {
    const dx = ((i % width) + 0.5) / width - glowX;
    const dy = i / width / height - GLOW.y;
    return Math.exp(-(dx * dx) / GLOW.width - (dy * dy) / GLOW.height);
  }).data;
  return mapPlanes3(light, (plane, channel) =>
    mapPlane(plane, (value, i) => {
      const grey = brightnessAt(light, i);
      const lit = (grey + (value - grey) * SATURATION) * exposure * falloff[i];
      return lit / (1 + lit) + SHADOWS[channel] + GLOW.light[channel] * glow[i];
    }),
  );
}

/** -1 when the face is darker in its left half, as seen in the picture, else 1. */
function darkSide({ crop, landmarks: { points } }: AlignedFace): -1 | 1 {
  const { width, height } = crop;
  const green = crop.planes[1];
  let middle = 0;
  for (let i = 0; i < points.length; i += 3) middle += (3 * points[i]) / points.length;
  const sums = { left: 0, right: 0 };
  const counts = { left: 0, right: 0 };
  for (let i = 0; i < points.length; i += 3) {
    const x = clamp(Math.round(points[i]), 0, width - 1);
    const y = clamp(Math.round(points[i + 1]), 0, height - 1);
    const side = x < middle ? 'left' : 'right';
    sums[side] += green[y * width + x];
    counts[side]++;
  }
  return sums.left * counts.right < sums.right * counts.left ? -1 : 1;
}

/**
 * The photo's own background as a fast portrait lens would show it, graded dark, with lamps far behind: cool shadows, a warm
 * glow on the person's dark side, also on their outline, and discs of light from the seed. As large as the aligned face.
 */
export function deepBokeh(face: AlignedFace, alpha: Plane, seed: number): Backdrop {
  const side = darkSide(face);
  const glowX = 0.5 + side * GLOW.away;
  const image = encodedAtSize(graded(throughLens(photoBackground(face, alpha), LENS), glowX), alpha);
  addDiscs(image, bokehDiscs(alpha, seed));
  return { image, light: { rims: [{ ...RIM, side: RIM.side * side }] } };
}
