import type { HairStyle } from '@avatar/character';
import { bothSides, type HairCap, type Lock } from '../../../hair/lock.js';
import { sheet } from '../../../hair/sheet.js';
import { TEXTURE_WAVES } from '../../../hair/wave.js';
import type { Rig } from '../../../rig/index.js';

/** Combed up to a knot, or too short for locks: the cap is all that is seen from behind. */
const BARE = new Set<HairStyle>([
  'buzz',
  'ponytail',
  'bun',
  'top_bun',
  'mohawk',
  'undercut',
  'receding',
  'locs_short',
]);

/**
 * Hair at the back of the head. Drawn looks never show it, so that the styles leave it open: hair that hangs is closed from the
 * crown to its tips, short hair lies over the nape.
 */
export function locksBehind(
  rig: Rig,
  locks: readonly Lock[],
  cap: HairCap | undefined,
  isPressed: boolean,
): Lock[] {
  const { hair } = rig.person.character;
  if (cap === undefined || isPressed || BARE.has(hair.style)) return [];
  const hanging = locks.filter(({ layer, profile }) => layer === 'back' && profile !== 'rope');
  const lowest = Math.max(0, ...hanging.flatMap(({ centre }) => centre.map(([, y]) => y)));
  const ropes = locks.some(({ layer, profile }) => layer === 'back' && profile === 'rope');
  if (ropes) return [];
  return lowest > 0.9 ? hangingLocks(rig, cap, lowest) : shortLocks(rig, cap);
}

function hangingLocks({ scalp, person }: Rig, { lift }: HairCap, end: number): Lock[] {
  const wave = TEXTURE_WAVES[person.character.hair.texture];
  const tips = (x: number, z: number) =>
    [
      [x * 1.12, 0.12, z - 0.06],
      [x * 1.1, 0.8, z - 0.02],
      [x, 0.5 + end * 0.5, z + 0.05],
      [x * 0.86, end, z + 0.12],
    ] as const;
  return bothSides(
    sheet(
      [scalp(105, 74, lift), scalp(112, 30, lift + 0.06), ...tips(1, -0.62)],
      [scalp(178, 74, lift), scalp(178, 30, lift + 0.06), ...tips(0.06, -1.12)],
      5,
      { halfWidth: 0.27, layer: 'back', seed: 21, lengthSpread: 0.12, trim: 0.1, toneSpread: 0.8, wave },
    ),
  );
}

function shortLocks({ scalp }: Rig, { lift }: HairCap): Lock[] {
  return bothSides(
    sheet(
      [
        scalp(112, 66, lift),
        scalp(116, 34, lift + 0.04),
        scalp(120, 2, lift + 0.03),
        scalp(124, -24, lift * 0.6),
      ],
      [
        scalp(176, 70, lift),
        scalp(176, 34, lift + 0.04),
        scalp(176, -2, lift + 0.03),
        scalp(174, -34, lift * 0.6),
      ],
      5,
      { halfWidth: 0.2, profile: 'leaf', layer: 'back', seed: 23, lengthSpread: 0.25, isGlossy: false },
    ),
  );
}
