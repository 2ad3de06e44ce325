import { sample3, spread3 } from '@avatar/vector';
import { wearsGlass } from '../headwear/wears-glass.js';
import type { Rig } from '../rig/rig.js';
import type { Hairdo, Lock } from './lock.js';
import { HAIR_STYLE_GROOMERS } from './styles.js';
import { withTexture } from './texture.js';
import { isTucked, tuckedBehindEars } from './tuck.js';
import { underHeadwear } from './under-headwear.js';

/** The hair of a person in a pose, ready to be drawn by any look. */
export function groom(rig: Rig): Hairdo {
  const { hair, headwear } = rig.person.character;
  const isGlassHelmet = wearsGlass(rig.person.character);
  const groomed = withTexture(HAIR_STYLE_GROOMERS[hair.style](rig), hair.style, hair.texture);
  const hairdo = underHeadwear(groomed, headwear.style, isGlassHelmet);
  const { locks } = hairdo;
  return {
    ...hairdo,
    locks: isTucked(rig.person.character)
      ? layered(rig, tuckedBehindEars(locks), TUCKED_TURN_RAD)
      : layered(rig, locks, LEAST_TURN_RAD),
  };
}

/** Turns of the head from which on it has a far side: tucked hair lies farther back, and shows longer. */
const LEAST_TURN_RAD = 0.12;
const TUCKED_TURN_RAD = 0.25;

/** On a turned head the locks of the far side pass behind the face. */
function layered(rig: Rig, locks: readonly Lock[], leastTurnRad: number): readonly Lock[] {
  if (Math.abs(rig.view.yawRad) < leastTurnRad) return locks;
  return locks.map((lock) => {
    if (lock.layer !== 'front') return lock;
    const lower = spread3(sample3(lock.centre, 4), 10)
      .slice(4)
      .map((point) => rig.turn(point)[2]);
    const depth = lower.reduce((sum, z) => sum + z, 0) / lower.length;
    return depth < (lock.nearness ?? 0.1) ? { ...lock, layer: 'mid' } : lock;
  });
}
