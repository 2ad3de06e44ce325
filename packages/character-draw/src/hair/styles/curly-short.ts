import type { Rig } from '../../rig/rig.js';
import { capOf, combFor } from '../comb.js';
import { curls, shellPlaces, type CurlPlace } from '../curls.js';
import type { Hairdo } from '../lock.js';
import { coils } from './afro.js';

export function curlyShort(rig: Rig): Hairdo {
  const { volume, texture } = rig.person.character.hair;
  if (texture === 'coily') return coils(rig, 0.1 + 0.16 * volume);
  const lift = 0.1 + 0.16 * volume;
  const comb = combFor(rig, lift);
  const { face } = comb;
  const sides = shellPlaces(comb, 0, [8, 24], 7, { azimuth: 118 }).filter(([[x]]) => Math.abs(x) > 0.8);
  const top = shellPlaces(comb, 0.06, [42, 58, 74], 6, { seed: 8 });
  const row = (xs: readonly number[], y: (x: number, i: number) => number, height: number, size: number) =>
    xs.map((x, i): CurlPlace => [face(x, y(x, i), height), size]);
  const front = [
    ...row(
      [-0.78, -0.56, -0.34, -0.12, 0.12, 0.34, 0.56, 0.78],
      (x, i) => -0.62 + (i % 2) * 0.08 + x * x * 0.3,
      0.16,
      1.12,
    ),
    ...row([-0.5, -0.25, 0, 0.25, 0.5], () => -0.74, 0.2, 1.2),
    ...row([-0.5, -0.2, 0.1, 0.4], () => -0.82, 0.24, 1.1),
  ];
  return {
    cap: capOf(comb, lift * 1.02, { nape: 0.45, hairlineY: -0.5 }),
    locks: curls([...sides, ...top, ...front], 0.21),
  };
}
