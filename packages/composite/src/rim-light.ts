import type { Plane, RimLight } from '@avatar/stage';
import { clamp, createPlane, enlarge, gaussianBlur, smoothstep, shortSide } from '@avatar/image';
import { HALF, type Outline } from './outline.js';

/** Cosine of the angle to the light from which on the outline catches it, and from which on in full. */
const FACING = { none: 0.05, full: 0.75 };
/** How quickly the light falls off inwards, and the share and reach of what it still lights further in. */
const FALLOFF = { gain: 1.9, power: 1.5 };
const FURTHER = { share: 0.2, reach: 2.5 };
/** Opacity around from which on a place is too deep inside for any light. */
const INSIDE = 0.985;
/**
 * Lowest and highest brightness of a detail against its surroundings that counts: strands glint, gaps between them do
 * not.
 */
const TEXTURE = { min: 0.3, max: 2.2, floor: 0.05 };
/** Light that is left where hardly anything covers the background: a soft fringe would shine as a line. */
const FRINGE = 0.3;

/** 1 at the outline, falling to 0 inside, from the opacity around. */
const nearness = (around: number): number => clamp(FALLOFF.gain * (1 - around)) ** FALLOFF.power;

/** Where the light reaches, at half the size: the side of the outline that faces it. */
function litEdge({ small, real }: Outline, { side, reach }: RimLight): Plane {
  const { width, height } = small;
  const sigma = Math.max(0.5, clamp(reach, 0.001, 0.1) * shortSide(small));
  const near = gaussianBlur(small, sigma).data;
  const further = gaussianBlur(small, sigma * FURTHER.reach).data;
  const across = clamp(side, -1, 1);
  const down = -Math.sqrt(1 - across * across);
  const edge = createPlane(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    const above = y > 0 ? width : 0;
    const below = y < height - 1 ? width : 0;
    for (let x = 0; x < width; x++, i++) {
      if (further[i] > INSIDE || real.data[i] === 0) continue;
      // Opacity falls towards the outside.
      const dx = near[i - (x > 0 ? 1 : 0)] - near[i + (x < width - 1 ? 1 : 0)];
      const dy = near[i - above] - near[i + below];
      const cosine = (dx * across + dy * down) / (Math.sqrt(dx * dx + dy * dy) + 1e-6);
      if (cosine <= FACING.none) continue;
      const closeness = (1 - FURTHER.share) * nearness(near[i]) + FURTHER.share * nearness(further[i]);
      edge.data[i] = closeness * real.data[i] * smoothstep(FACING.none, FACING.full, cosine);
    }
  }
  return edge;
}

/**
 * Where a light behind the person catches their outline, 0 to 1: on the side that faces it, brightest at the very edge, and
 * brighter on strands than between them. Nothing is lit inside the person or around them.
 */
export function rimPlane(outline: Outline, rim: RimLight): Plane {
  const { image, alpha, smooth } = outline;
  const [red, green, blue] = image.planes;
  const light = enlarge(litEdge(outline, rim), alpha.width, alpha.height, HALF);
  const { data } = light;
  for (let i = 0; i < data.length; i++) {
    if (data[i] <= 0) continue;
    if (alpha.data[i] <= 0) {
      data[i] = 0;
      continue;
    }
    const luma = 0.299 * red[i] + 0.587 * green[i] + 0.114 * blue[i];
    const detail = (luma + TEXTURE.floor) / (smooth.data[i] + TEXTURE.floor);
    const cover = FRINGE + (1 - FRINGE) * alpha.data[i];
    data[i] = clamp(data[i] * cover * clamp(detail, TEXTURE.min, TEXTURE.max));
  }
  return light;
}
