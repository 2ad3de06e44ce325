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
  const shell = shellPlaces(comb, 0, [-14, -4, 6, 16, 26, 36, 46, 56, 66, 76, 84], 11, {
    azimuth: 122,
  }).filter((place) => !isOverFace(place));
  const front = [-0.9, -0.72, -0.54, -0.36, -0.18, 0, 0.18, 0.36, 0.54, 0.72, 0.9].map((x, i): CurlPlace => [
    rig.scalp(x * 66, mix(31, 22, x * x) + (i % 2) * 3, 0.07 + lift * 0.35),
    0.85,
  ]);
  const soft = { nearness: -0.1, windingRad: 3.6, isSoft: true };
  return {
    cap: capOf(comb, lift * 0.97, { nape: 0.4, hairlineY: -0.8, sideburnY: 0.16 }),
    locks: [...curls(shell, 0.115, soft), ...curls(front, 0.1, { ...soft, seed: 3 })],
  };
}
