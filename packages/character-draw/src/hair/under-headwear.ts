import type { HeadwearStyle } from '@avatar/character';
import { sample3, spread3, type Point3 } from '@avatar/vector';
import type { Hairdo, Lock } from './lock.js';

/** Height below which hair shows under a brim. */
const BRIMS: Partial<Record<HeadwearStyle, number>> = {
  cap: -0.4,
  beanie: -0.42,
  turban: -0.3,
  wizard_hat: -0.6,
  fedora: -0.6,
  helmet: -0.3,
};

/** The hair as headwear leaves it: pressed, tucked away, or free. */
export function underHeadwear(hairdo: Hairdo, style: HeadwearStyle, isGlassHelmet: boolean): Hairdo {
  if (style === 'hijab') return { locks: [], isPressed: true };
  if (style === 'hood') return { ...hairdo, locks: tucked(hairdo.locks), sheen: undefined };
  const brim = isGlassHelmet ? undefined : BRIMS[style];
  if (brim === undefined) return hairdo;
  const { cap } = hairdo;
  return {
    locks: hairdo.locks.flatMap((lock) => below(lock, brim)),
    isPressed: true,
    ...(cap && { cap: { ...cap, lift: Math.min(cap.lift, 0.06) } }),
  };
}

const STEPS = 24;
const SHORTEST = 5;

/** What hangs out under a brim; nothing of a lock that ends above it. */
function below(lock: Lock, brim: number): Lock[] {
  if (lock.layer === 'knot') return [];
  const points = spread3(sample3(lock.centre, 6), STEPS);
  let first = points.length;
  while (first > 0 && points[first - 1][1] > brim) first--;
  if (first === 0) return [lock];
  if (STEPS - first < SHORTEST || lock.isSoft) return lock.isSoft && first < STEPS ? [lock] : [];
  const kept = spread3(points.slice(first), 8);
  return [{ ...lock, centre: kept.map(([x, y, z]): Point3 => [x * 0.97, y, z]), profile: 'strand' }];
}

/** A hood covers what lies behind, and holds the rest close to the face. */
function tucked(locks: readonly Lock[]): Lock[] {
  return locks
    .filter(({ layer }) => layer === 'front' || layer === 'mid')
    .map((lock) => ({
      ...lock,
      centre: lock.centre.map(([x, y, z]): Point3 => {
        const reach = Math.abs(x);
        const held = Math.min(reach, (y < -0.5 ? 0.86 : 0.98) + Math.max(0, reach - 0.98) * 0.1);
        return [Math.sign(x) * held, y < -1.3 ? -1.3 + (y + 1.3) * 0.4 : y, z];
      }),
    }));
}
