import type { HairTexture } from '@avatar/character';
import { wearsGlass } from '../../../headwear/wears-glass.js';
import type { Hairdo, Lock } from '../../../hair/index.js';
import { linear } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { buildCurlCloud } from './curl-cloud.js';
import type { BodyField } from '../clothes/body-field.js';
import { pushAlong, union, type Field } from '../render/field.js';
import { locksBehind } from './locks-behind.js';
import { unit } from '../render/maths.js';
import { awayFromHead, buildLock, type LockStyle } from './lock-mesh.js';
import { buildScalpCap } from './scalp-cap.js';

const FRIZZ: Readonly<Record<HairTexture, number>> = { straight: 1, wavy: 1.6, curly: 4, coily: 7 };

/** The hair of the head: cap, and locks or a cloud of curls. */
export function buildHair(figure: Figure, body: BodyField, { cap, locks, isPressed = false }: Hairdo): void {
  const { rig, mesh, headFrame } = figure;
  const { hair } = rig.person.character;
  const cloud = !isPressed && cap !== undefined && (hair.style === 'afro' || hair.style === 'curly_short');
  if (cap && cloud) buildCurlCloud(figure, cap, hair.style === 'afro' || hair.texture === 'coily');
  else if (cap) buildScalpCap(figure, cap, locks, isPressed, headAndNeck(figure, body));
  if (cloud) return;
  const style = {
    mesh,
    frame: headFrame,
    name: 'hair',
    colours: figure.hair,
    frizz: FRIZZ[hair.texture],
    settle: settler(figure, body),
    ...(hair.second !== undefined && { second: linear(hair.second) }),
  };
  // The line along the brow that the drawn looks close a quiff with would be a headband here.
  const isSeam = (lock: Lock): boolean => hair.style === 'quiff' && !lock.hasEdge && !lock.isGlossy;
  // Nothing may stick out of what covers the crown.
  const { character } = rig.person;
  const isCovered = ['hood', 'helmet'].includes(character.headwear.style) && !wearsGlass(character);
  const pokesOut = (lock: Lock): boolean => isCovered && lock.centre.some(([, y]) => y < -1.02);
  [...locksBehind(rig, locks, cap, isPressed), ...locks]
    .filter((lock) => !isSeam(lock) && !pokesOut(lock))
    .forEach((lock, i) => buildLock(style, lock, i + 1));
}

/** Skin of the head and of the neck below it, in head space. */
function headAndNeck({ headSurface, headFrame, bodyFrame }: Figure, body: BodyField): Field {
  return (x, y, z) => {
    const q = bodyFrame.inversePoint(headFrame.point([x, y, z]));
    return union(headSurface.field(x, y, z), body.field(q[0], q[1], q[2]), 0.15);
  };
}

/** What cloth takes between body and hair, units. */
const CLOTH = 0.15;

/** Hair lies on the face, and where it is long on the clothes. */
function settler(figure: Figure, body: BodyField): NonNullable<LockStyle['settle']> {
  const { headFrame, bodyFrame, headSurface } = figure;
  return (p, lift) => {
    if (p[1] < -1.2 || (p[1] <= 1.3 && p[2] < -0.4)) return p;
    if (p[1] <= 1.3) return pushAlong(headSurface.field, p, lift, unit(awayFromHead(p)));
    const q = bodyFrame.inversePoint(headFrame.point(p));
    const pushed = pushAlong(body.field, q, lift + CLOTH, unit([q[0] * 0.12, -0.15, q[2] > -0.25 ? 1 : -1]));
    if (pushed === q) return p;
    const far = Math.hypot(pushed[0] - q[0], pushed[1] - q[1], pushed[2] - q[2]) > 0.6;
    return far ? undefined : headFrame.inversePoint(bodyFrame.point(pushed));
  };
}
