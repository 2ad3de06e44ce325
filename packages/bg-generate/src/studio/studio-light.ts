import type { PictureSize, PlanarImage, Plane } from '@avatar/stage';
import {
  createPlanar,
  createPlane,
  enlarge,
  fastSrgb,
  seededRandom,
  smoothstep,
  srgbToLinear,
} from '@avatar/image';
import type { BackdropColours } from '../colour/backdrop-colours.js';

/** Light is smooth: it is computed on this many points a side and enlarged. */
const GRID = 200;

/** The lamp's pool of light, slightly off the middle, behind the head. Fractions of the side. */
const POOL = { x: 0.47, y: 0.41, radius: 0.6 };
/** The pool reaches further down than up: the lamp stands above and points down. */
const STRETCH_DOWN = 0.9;
/** What the pool's fall-off has come down to in the far corners; there the palette's edge begins. */
const CORNER_LIGHT = 0.16;
/** Share of the light that comes from above rather than from the pool. */
const FROM_ABOVE = 0.1;
/** What the corners lose to the lens. */
const VIGNETTE = { strength: 0.1, from: 0.4, to: 0.75 };
/** Light softly stops this far from both ends of the palette, so that nothing is flat. */
const KNEE = 0.12;
/** Cloth is not even: strength and number of patches a side of each layer. */
const UNEVENNESS = [
  { strength: 0.022, patches: 3 },
  { strength: 0.012, patches: 7 },
] as const;

/** Smooth patches of light and shade, mean about 0, within +-1. */
function patches(count: number, random: () => number): Plane {
  const coarse = createPlane(count + 1, count + 1);
  for (let i = 0; i < coarse.data.length; i++) coarse.data[i] = random() * 2 - 1;
  const fine = createPlane(GRID, GRID);
  const ease = (t: number): number => t * t * (3 - 2 * t);
  for (let y = 0, o = 0; y < GRID; y++) {
    const v = ((y + 0.5) / GRID) * count;
    const row = Math.min(count - 1, Math.floor(v)) * (count + 1);
    const fy = ease(v - Math.floor(v));
    for (let x = 0; x < GRID; x++, o++) {
      const u = ((x + 0.5) / GRID) * count;
      const at = row + Math.min(count - 1, Math.floor(u));
      const fx = ease(u - Math.floor(u));
      const above = coarse.data[at] + (coarse.data[at + 1] - coarse.data[at]) * fx;
      const below =
        coarse.data[at + count + 1] + (coarse.data[at + count + 2] - coarse.data[at + count + 1]) * fx;
      fine.data[o] = above + (below - above) * fy;
    }
  }
  return fine;
}

/** 0 to 1 with round corners instead of a clamp. */
const softLimit = (value: number): number => softFloor(1 - softFloor(1 - value));
const softFloor = (value: number): number => (value + Math.sqrt(value * value + KNEE * KNEE)) / 2;

/** Light on the backdrop: 0 is the palette's edge, 1 its centre. */
function lightMap(seed: number): Plane {
  const random = seededRandom(seed);
  const cloth = UNEVENNESS.map(({ strength, patches: count }) => ({
    strength,
    plane: patches(count, random),
  }));
  const light = createPlane(GRID, GRID);
  for (let y = 0, o = 0; y < GRID; y++)
    for (let x = 0; x < GRID; x++, o++) {
      const dx = (x + 0.5) / GRID - POOL.x;
      const below = (y + 0.5) / GRID - POOL.y;
      const dy = below > 0 ? below * STRETCH_DOWN : below;
      const square = dx * dx + dy * dy;
      // A lamp's light on a wall falls off with the fourth power of the cosine of its angle.
      const falloff = 1 / (1 + square / (POOL.radius * POOL.radius)) ** 2;
      const pool = (falloff - CORNER_LIGHT) / (1 - CORNER_LIGHT);
      const fromMiddle = Math.hypot((x + 0.5) / GRID - 0.5, (y + 0.5) / GRID - 0.5);
      const vignette = VIGNETTE.strength * smoothstep(VIGNETTE.from, VIGNETTE.to, fromMiddle);
      let value = (1 - FROM_ABOVE) * pool + FROM_ABOVE * (1 - y / GRID) - vignette;
      for (const { strength, plane } of cloth) value += strength * plane.data[o];
      light.data[o] = softLimit(value);
    }
  return light;
}

/**
 * A portrait photographer's backdrop: cloth or paper in one colour, lit by a lamp behind the sitter. Colours are mixed in
 * linear light. The result is not quantised, so it has no bands until somebody rounds it without dither.
 */
export function studioLight(
  { widthPx, heightPx }: PictureSize,
  { centre, edge }: BackdropColours,
  seed: number,
): PlanarImage {
  const light = enlarge(lightMap(seed), widthPx, heightPx).data;
  const image = createPlanar(widthPx, heightPx);
  for (let channel = 0; channel < 3; channel++) {
    const plane = image.planes[channel];
    if (centre[channel] === edge[channel]) {
      plane.fill(centre[channel]);
      continue;
    }
    const dark = srgbToLinear(edge[channel]);
    const range = srgbToLinear(centre[channel]) - dark;
    for (let i = 0; i < plane.length; i++) plane[i] = fastSrgb(dark + range * light[i]);
  }
  return image;
}
