import type { HairTexture } from '@avatar/character';
import type { Hairdo, Lock } from '../../../hair/index.js';
import { linear } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { buildCurlCloud } from './curl-cloud.js';
import { buildLock } from './lock-mesh.js';
import { buildScalpCap } from './scalp-cap.js';

const FRIZZ: Readonly<Record<HairTexture, number>> = { straight: 1, wavy: 1.6, curly: 4, coily: 7 };

/** The hair of the head: cap, and locks or a cloud of curls. */
export function buildHair(figure: Figure, { cap, locks, isPressed = false }: Hairdo): void {
  const { rig, mesh, headFrame } = figure;
  const { hair } = rig.person.character;
  const cloud = !isPressed && cap !== undefined && (hair.style === 'afro' || hair.style === 'curly_short');
  if (cap && cloud) buildCurlCloud(figure, cap, hair.style === 'afro' || hair.texture === 'coily');
  else if (cap) buildScalpCap(figure, cap, locks, isPressed);
  if (cloud) return;
  const style = {
    mesh,
    frame: headFrame,
    name: 'hair',
    colours: figure.hair,
    frizz: FRIZZ[hair.texture],
    skin: figure.headSurface.field,
    ...(hair.second !== undefined && { second: linear(hair.second) }),
  };
  // The line along the brow that the drawn looks close a quiff with would be a headband here.
  const isSeam = (lock: Lock): boolean => hair.style === 'quiff' && !lock.hasEdge && !lock.isGlossy;
  // Nothing may stick out of what covers the crown.
  const isCovered = ['hood', 'helmet'].includes(rig.person.character.headwear.style);
  const pokesOut = (lock: Lock): boolean => isCovered && lock.centre.some(([, y]) => y < -1.02);
  locks
    .filter((lock) => !isSeam(lock) && !pokesOut(lock))
    .forEach((lock, i) => buildLock(style, lock, i + 1));
}
