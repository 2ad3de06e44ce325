import { mix, seededRandom } from '@avatar/image';
import { radians, type Point3 } from '@avatar/vector';
import type { Comb } from './comb.js';
import type { Lock } from './lock.js';

/** Where a curl sits, and how large it is among the others. */
export type CurlPlace = readonly [at: Point3, size: number];

export interface CurlOptions {
  readonly seed?: number;
  /** How far a curl winds, in radians. Default 4.4. */
  readonly windingRad?: number;
  readonly isSoft?: boolean;
  readonly nearness?: number;
  readonly layer?: Lock['layer'];
}

/** Comma-shaped locks. @param size radius of a curl of size 1 */
export function curls(places: readonly CurlPlace[], size: number, options: CurlOptions = {}): Lock[] {
  const random = seededRandom(options.seed ?? 21);
  const { windingRad = 4.4, isSoft = false, nearness, layer = 'front' } = options;
  return places.map(([[x, y, z], relative]): Lock => {
    const radius = relative * size;
    const start = random() * 2 * Math.PI;
    const direction = random() < 0.5 ? 1 : -1;
    const centre = Array.from({ length: 9 }, (_, i): Point3 => {
      const t = i / 8;
      const angle = start + direction * windingRad * t;
      const reach = radius * (1 - 0.62 * t);
      return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach * 0.92, z + 0.02 * t];
    });
    return {
      centre,
      halfWidth: radius * 0.62,
      profile: 'tuft',
      tone: (random() - 0.5) * 1.1,
      layer,
      isGlossy: false,
      hasEdge: true,
      hasBothEdges: !isSoft,
      isSoft,
      ...(nearness !== undefined && { nearness }),
    };
  });
}

/** Places on rings of equal elevation over the scalp. */
export function shellPlaces(
  comb: Comb,
  extra: number,
  elevations: readonly number[],
  density: number,
  options: { readonly seed?: number; readonly azimuth?: number } = {},
): CurlPlace[] {
  const random = seededRandom(options.seed ?? 5);
  const reach = options.azimuth ?? 125;
  return elevations.flatMap((elevation) => {
    const count = Math.max(1, Math.round(density * Math.cos(radians(elevation)) * 2));
    return Array.from({ length: count }, (_, i): CurlPlace => {
      const azimuth = mix(-reach, reach, count === 1 ? 0.5 : i / (count - 1)) + (random() - 0.5) * 16;
      const up = elevation + (random() - 0.5) * 9;
      return [comb.scalp(azimuth, up, extra + (random() - 0.5) * 0.06), 0.85 + random() * 0.4];
    });
  });
}
