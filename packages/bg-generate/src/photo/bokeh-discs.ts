import type { PlanarImage, Plane } from '@avatar/stage';
import { fastLinear, fastSrgb, parseHexColour, seededRandom, smoothstep, srgbToLinear } from '@avatar/image';

/** A lamp far behind the person, as the lens shows it. Lengths are fractions of the side. */
export interface BokehDisc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Linear light that it adds. */
  readonly light: readonly [red: number, green: number, blue: number];
}

/** Far lamps are small and bright, near ones large and faint; lamps at one distance are alike in size. */
const LAYERS = [
  { count: 7, radius: [0.07, 0.1], light: [0.004, 0.02] },
  { count: 13, radius: [0.036, 0.047], light: [0.012, 0.2] },
] as const;
/** Warm lamps, and one in six cool. */
const COLOURS = ['#ffb45e', '#ff9a45', '#ffcf8a', '#ffa85a', '#ff8038', '#6cc6d6'].map((hex) =>
  (parseHexColour(hex) as number[]).map(srgbToLinear),
);
/** Lamps hang in the upper part of the picture. */
const LOWEST = 0.8;
/**
 * Places tried for each lamp: the one farthest from the others is taken, so that they spread as if at random, without
 * heaps.
 */
const TRIES = 2;
/** Most lamps are faint. */
const FAINTNESS = 2;

/** Lamps where the person does not stand in front of them; the same for the same seed and outline. */
export function bokehDiscs(alpha: Plane, seed: number): BokehDisc[] {
  const random = seededRandom(seed);
  const discs: BokehDisc[] = [];
  for (const { count, radius, light } of LAYERS)
    for (let i = 0; i < count; i++) {
      const [x, y] = freePlace(alpha, discs, i % 2, random);
      const colour = COLOURS[Math.floor(random() * COLOURS.length)];
      const strength = light[0] + (light[1] - light[0]) * random() ** FAINTNESS;
      discs.push({
        x,
        y,
        radius: radius[0] + (radius[1] - radius[0]) * random(),
        light: [colour[0] * strength, colour[1] * strength, colour[2] * strength],
      });
    }
  return discs;
}

/** Left and right take turns, so that no side is empty. */
function freePlace(
  alpha: Plane,
  discs: readonly BokehDisc[],
  half: number,
  random: () => number,
): readonly [x: number, y: number] {
  let best: readonly [number, number] = [0, 0];
  let farthest = -Infinity;
  for (let i = 0; i < TRIES; i++) {
    const x = (half + random()) / 2;
    const y = LOWEST * random() ** 1.3;
    const column = Math.floor(x * (alpha.width - 1));
    const hidden = alpha.data[Math.floor(y * (alpha.height - 1)) * alpha.width + column];
    let distance = 1;
    for (const other of discs) distance = Math.min(distance, Math.hypot(x - other.x, y - other.y));
    if (distance - hidden > farthest) {
      farthest = distance - hidden;
      best = [x, y];
    }
  }
  return best;
}

/** Softness of the edge, and how much brighter the rim is than the middle. */
const EDGE = { softness: 0.2, rim: 0.3 };
/** Towards the corners the lens's barrel cuts the discs to the shape of a cat's eye; shift of the cut in radii. */
const CATS_EYE = 0.9;
/** What the barrel leaves open around a disc in the middle, in radii. */
const CUT_ROOM = 0.12;

/** Adds the discs' light to an sRGB-encoded picture, in place. */
export function addDiscs(image: PlanarImage, discs: readonly BokehDisc[]): void {
  const { width, height, planes } = image;
  for (const { x, y, radius, light: added } of discs) {
    const r = radius * Math.min(width, height);
    const cx = x * width;
    const cy = y * height;
    const cutX = cx + (0.5 - x) * CATS_EYE * r;
    const cutY = cy + (0.5 - y) * CATS_EYE * r;
    const bottom = Math.min(height - 1, Math.ceil(cy + r));
    const right = Math.min(width - 1, Math.ceil(cx + r));
    for (let row = Math.max(0, Math.floor(cy - r)); row <= bottom; row++)
      for (let column = Math.max(0, Math.floor(cx - r)); column <= right; column++) {
        const dx = column + 0.5 - cx;
        const dy = row + 0.5 - cy;
        const out = Math.sqrt(dx * dx + dy * dy) / r;
        if (out >= 1) continue;
        const cutDx = column + 0.5 - cutX;
        const cutDy = row + 0.5 - cutY;
        const cut = Math.sqrt(cutDx * cutDx + cutDy * cutDy) / r;
        const edge = Math.max(out, cut - CUT_ROOM);
        if (edge >= 1) continue;
        const value = smoothstep(1, 1 - EDGE.softness, edge) * (1 + EDGE.rim * edge * edge * edge * edge);
        const at = row * width + column;
        for (let channel = 0; channel < 3; channel++)
          planes[channel][at] = fastSrgb(fastLinear(planes[channel][at]) + added[channel] * value);
      }
  }
}
