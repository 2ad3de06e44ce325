import { createPlane, enlarge, guidedFilter } from '@avatar/image';
import type { PersonParts, Plane } from '@avatar/stage';
import type { PartShares } from './part-shares.js';

/** In pixels at 800 px: a little more than a pixel of the model, so that edges move to where the picture has them. */
const EDGE_RADIUS = 8;
const EDGE_EPSILON = 4e-4;
const EDGE_SUBSAMPLE = 2;

/** One part at full size, along the edges of `guide`, with the cutout's opacity. */
function partAt(share: Plane, guide: Plane, alpha: Plane): Plane {
  const { width, height } = guide;
  const part = guidedFilter(guide, enlarge(share, width, height), {
    radiusPx: (EDGE_RADIUS * Math.min(width, height)) / 800,
    epsilon: EDGE_EPSILON,
    subsample: EDGE_SUBSAMPLE,
  });
  const { data } = part;
  for (let i = 0; i < data.length; i++) {
    const value = data[i];
    data[i] = value <= 0 ? 0 : value >= 1 ? alpha.data[i] : value * alpha.data[i];
  }
  return part;
}

/**
 * Brings shares to full size, along the picture's edges.
 *
 * @param guide luma of the cutout's colours
 * @param alpha of the cutout
 */
export function personParts(shares: PartShares, guide: Plane, alpha: Plane): PersonParts {
  const hair = partAt(shares.hair, guide, alpha);
  const skin = partAt(shares.skin, guide, alpha);
  const clothes = partAt(shares.clothes, guide, alpha);
  const other = createPlane(alpha.width, alpha.height);
  for (let i = 0; i < other.data.length; i++) {
    const total = hair.data[i] + skin.data[i] + clothes.data[i];
    const whole = alpha.data[i];
    if (total <= whole) other.data[i] = whole - total;
    else {
      const scale = whole / total;
      hair.data[i] *= scale;
      skin.data[i] *= scale;
      clothes.data[i] *= scale;
    }
  }
  return { hair, skin, clothes, other };
}
