import { clamp, mix } from '@avatar/image';
import {
  clockwise,
  polygonPath,
  ribbon,
  sample3,
  splinePath,
  spread2,
  spread3,
  type PathData,
  type Point2,
  type WidthProfile,
} from '@avatar/vector';
import { LOCK_PROFILES, type Lock } from '../../../hair/lock.js';
import type { Rig } from '../../../rig/rig.js';

/** A lock on the canvas. */
export interface HairRibbon {
  readonly lock: Lock;
  readonly centre: readonly Point2[];
  /** Half the width at its widest, in canvas units. */
  readonly halfWidth: number;
  readonly profile: WidthProfile;
  readonly path: PathData;
}

/** @param count of points of the centre line */
function projected(rig: Rig, lock: Lock, count: number): Point2[] {
  return spread3(sample3(lock.centre, 6), count).map(([x, y, z]) => rig.at(x, y, z));
}

export function hairRibbon(rig: Rig, lock: Lock): HairRibbon {
  const count =
    lock.profile === 'rope' ? 18 : lock.profile === 'tuft' ? 11 : lock.centre.length > 8 ? 24 : 14;
  const centre = projected(rig, lock, count);
  const halfWidth = lock.halfWidth * rig.view.scale;
  const profile = LOCK_PROFILES[lock.profile];
  const outline = clockwise(ribbon(centre, (t) => Math.max(0.05, halfWidth * profile(t))));
  return {
    lock,
    centre,
    halfWidth,
    profile,
    path: lock.isSoft ? polygonPath(outline) : splinePath(outline, true),
  };
}

/** The locks as one merged path: their union under the nonzero rule. */
export function unionPath(rig: Rig, locks: readonly Lock[], count = 12): PathData {
  return locks
    .map((lock) => {
      const width = lock.halfWidth * rig.view.scale;
      const profile = LOCK_PROFILES[lock.profile];
      const centre = projected(rig, lock, lock.profile === 'tuft' ? Math.min(count, 8) : count);
      return polygonPath(clockwise(ribbon(centre, (t) => Math.max(0.3, width * profile(t)))));
    })
    .join('');
}

/** A leaf-shaped part of a ribbon: from `start` to `end` along it, between two shares of its half width. */
export function ribbonPart(
  { centre, halfWidth, profile }: HairRibbon,
  [start, end]: readonly [number, number],
  [from, to]: readonly [number, number],
  steps = 7,
): PathData {
  const fine = spread2(centre, 40);
  const upper: Point2[] = [];
  const lower: Point2[] = [];
  for (let i = 0; i <= steps; i++) {
    const t = clamp(mix(start, end, i / steps));
    const j = Math.round(t * 39);
    const before = fine[Math.max(0, j - 1)];
    const after = fine[Math.min(39, j + 1)];
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    const nx = -(after[1] - before[1]) / length;
    const ny = (after[0] - before[0]) / length;
    const open = Math.sin((Math.PI * i) / steps);
    const width = halfWidth * profile(t);
    const a = mix((from + to) / 2, from, open) * width;
    const b = mix((from + to) / 2, to, open) * width;
    upper.push([fine[j][0] + nx * a, fine[j][1] + ny * a]);
    lower.push([fine[j][0] + nx * b, fine[j][1] + ny * b]);
  }
  return splinePath([...upper, ...lower.reverse()], true);
}
