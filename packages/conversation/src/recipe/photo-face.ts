import type { Expression } from '@avatar/character';
import type { Edit } from './edits.js';
import type { Recipe } from './recipe.js';

/** How much of a smile the photo of a person can be given, in shares of a full one. */
const SMILES: Partial<Record<Expression, number>> = { slight_smile: 0.35, smile: 0.5 };
/** How far a head can be turned in a photo, in degrees. */
const MOST_YAW = 5;
/** A turn by so many degrees is asked for as "a little", and done as far as a photo goes. */
const A_LITTLE = 10;

/** What a recipe asks of the face in a photo: a smile in [0, 0.5] and a turn in [-5, 5] degrees; the rest is for characters. */
export function faceOfPhoto({ expression, pose: { yaw } = {} }: Recipe): {
  readonly smile?: number;
  readonly yawDeg?: number;
} {
  const smile = expression && SMILES[expression];
  const isSlight = yaw !== undefined && Math.abs(yaw) <= MOST_YAW;
  return { ...(smile !== undefined && { smile }), ...(isSlight && { yawDeg: yaw }) };
}

/** An edit of the person as far as a photo can follow it; undefined where only a character can, or nothing changes. */
export function followedByPhoto(edit: Edit, { expression, pose }: Recipe): Edit | undefined {
  if (!('set' in edit)) return undefined;
  const { set, to } = edit;
  if (set === 'expression') {
    if (to === 'neutral' || to === null) return expression && { set, to: null };
    return SMILES[to as Expression] === undefined ? undefined : edit;
  }
  if (set !== 'pose.yaw') return undefined;
  const yaw = Number(to ?? 0);
  if (yaw === 0) return pose?.yaw === undefined ? undefined : { set, to: null };
  return Math.abs(yaw) > A_LITTLE ? undefined : { set, to: Math.max(-MOST_YAW, Math.min(MOST_YAW, yaw)) };
}

/** A recipe without what was asked of the face of somebody else. */
export function withoutFace({ expression: _face, pose: _stance, ...rest }: Recipe): Recipe {
  return rest;
}
