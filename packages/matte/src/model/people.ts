import type { Plane, RasterImage } from '@avatar/stage';
import { createPlane, gaussianBlur, shrink } from '@avatar/image';
import { geodesicDistance, terrainOf } from './geodesic.js';
import type { HeadPlacement } from './head-region.js';
import { markParts, markPeople, type PartsOfPeople } from './mark-people.js';

/** Distances are found on about this many points a side. */
const GRID = 256;
/** Softness of the seam between two people, in pixels of the matte. */
const SEAM_PX = 1.2;
const OPAQUE = 0.5;
/** In head heights under the eyes; what touches below is clothes. */
const SHOULDERS_BELOW = 0.6;

export interface FirstPerson {
  readonly alpha: Plane;
  /** How far the first person touches others above the shoulders, in heights of the head. */
  readonly seamHeads: number;
}

/**
 * Removes everybody but the first person, also where they touch: each point goes to the person that is nearer over
 * small colour differences, so the seam follows the outline between them. All places are in pixels of `alpha`.
 */
export function keepFirstPerson(
  alpha: Plane,
  picture: RasterImage,
  heads: readonly HeadPlacement[],
  parts?: PartsOfPeople,
): FirstPerson {
  const factor = Math.max(1, Math.round(Math.max(alpha.width, alpha.height) / GRID));
  const terrain = terrainOf(picture, alpha, factor);
  const owner = createPlane(terrain.width, terrain.height);
  const onGrid = ({ eyes, heightPx, rollRad }: HeadPlacement): HeadPlacement => ({
    eyes: [eyes[0] / factor, eyes[1] / factor],
    heightPx: heightPx / factor,
    rollRad,
  });
  markPeople(heads.map(onGrid), owner);
  if (parts) markParts(heads.map(onGrid), { ...parts, heads: parts.heads.map(onGrid) }, owner);
  const first = geodesicDistance(terrain, owner, 1);
  const others = geodesicDistance(terrain, owner, 2);
  const share = createPlane(alpha.width, alpha.height);
  for (let y = 0, o = 0; y < alpha.height; y++)
    for (let x = 0; x < alpha.width; x++, o++) {
      const at = Math.floor(y / factor) * terrain.width + Math.floor(x / factor);
      share.data[o] = first[at] <= others[at] ? 1 : 0;
    }
  const kept = gaussianBlur(share, SEAM_PX * factor);
  for (let i = 0; i < kept.data.length; i++) kept.data[i] *= alpha.data[i];
  return {
    alpha: kept,
    seamHeads: seamOf(shrink(alpha, factor), onGrid(heads[0]), (i) => first[i] <= others[i]),
  };
}

/**
 * Length of the border between points that are the first person's and points that are not, where both are opaque and
 * above the shoulders, in heights of the head.
 */
function seamOf(
  { data, width, height }: Plane,
  head: HeadPlacement,
  isFirst: (index: number) => boolean,
): number {
  const [along, down] = [Math.cos(head.rollRad), Math.sin(head.rollRad)];
  let length = 0;
  const count = (index: number, next: number): void => {
    if (data[next] > OPAQUE && isFirst(index) !== isFirst(next)) length++;
  };
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (data[i] <= OPAQUE) continue;
      const below = along * (y - head.eyes[1]) - down * (x - head.eyes[0]);
      if (below > SHOULDERS_BELOW * head.heightPx) continue;
      if (x < width - 1) count(i, i + 1);
      if (y < height - 1) count(i, i + width);
    }
  return length / head.heightPx;
}
