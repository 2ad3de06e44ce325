import { fillCharacter, type CharacterSpec } from '@avatar/character';
import { choiceOption } from '@avatar/stage';
import { LOOK_NAMES, LOOKS, type LookName } from './looks/looks.js';
import type { Look } from './looks/look.js';

/**
 * What the spec asks for and the look has nothing for, as `path=value`, without drawing it.
 *
 * @param seed decides what the spec leaves open, unless the spec has a seed. Default 0
 * @throws AvatarError `invalid-options` for a spec or a look that is none
 */
export function notDrawn(spec: CharacterSpec, look: LookName, seed = 0): readonly string[] {
  const asked: Look = LOOKS[choiceOption('look', look, LOOK_NAMES)];
  return asked.unsupported(spec, fillCharacter(spec, seed));
}
