import { clamp, mix } from '@avatar/image';
import type { Rig } from '../../rig/rig.js';
import { capOf, combFor } from '../comb.js';
import { curls, shellPlaces, type CurlPlace } from '../curls.js';
import type { Hairdo } from '../lock.js';

export const afro = (rig: Rig): Hairdo => coils(rig, 0.2 + 0.62 * rig.person.character.hair.volume);

/** Coils all over the head. @param lift how far they stand out */
export function coils(rig: Rig, lift: number): Hairdo {
  const comb = combFor(rig, lift);
  const isOverFace = ([[x, y, z]]: CurlPlace): boolean => {
    const azimuth = (Math.atan2(Math.abs(x), z + 0.08) * 180) / Math.PI;
    const elevation = (Math.asin(clamp(-(y + 0.42) / (1.09 + lift), -1, 1)) * 180) / Math.PI;
    if (azimuth > 100 || (azimuth > 84 && elevation > 6)) return false;
    return elevation <= mix(30, 6, clamp((azimuth - 55) / 30));
  };
  // On a turned head the cap ends above the far ear: curls below it would hang in the air.
  const { yawRad } = rig.view;
  const isBeyond = ([[x, y]]: CurlPlace): boolean =>
    Math.abs(yawRad) > 0.3 && x * yawRad > 0 && y > mix(-0.1, -0.55, clamp(Math.abs(yawRad) / 0.6));
  const shell = shellPlaces(comb, 0, [-14, -4, 6, 16, 26, 36, 46, 56, 66, 76, 84], 11, {
    azimuth: 122,
  }).filter((place) => !isOverFace(place) && !isBeyond(place));
  const front = [-0.9, -0.72, -0.54, -0.36, -0.18, 0, 0.18, 0.36, 0.54, 0.72, 0.9].map((x, i): CurlPlace => [
    rig.scalp(x * 66, mix(31, 22, x * x) + (i % 2) * 3, 0.07 + lift * 0.35),
    0.85,
  ]);
  // Along the temples and beside the ears: the cap would end there in straight edges.
  const border = [-1, 1].flatMap((side) => [
    ...[20, 12, 4, -4, -12].map((up, i): CurlPlace => [
      rig.scalp(side * (63 + (i % 2) * 4), up, 0.08 + lift * (0.3 + 0.07 * i)),
      0.95,
    ]),
    ...[0, 1, 2, 3, 4, 5, 6].map((i): CurlPlace => {
      const t = i / 6;
      return [[side * (1 + lift * t), mix(0.1, 0.2, t) - (i % 2) * 0.07, 0.2 - 0.2 * t], 1.25];
    }),
  ]);
  const soft = { nearness: -0.1, windingRad: 3.6, isSoft: true };
  return {
    cap: capOf(comb, lift * 0.97, { nape: 0.4, hairlineY: -0.8, sideburnY: 0.16 }),
    locks: [
      ...curls(shell, 0.115, soft),
      ...curls([...front, ...border.filter((place) => !isBeyond(place))], 0.1, { ...soft, seed: 3 }),
    ],
  };
}
