import type { CharacterSpec } from '../character-spec.js';
import { checkCharacter } from '../schema/check-character.js';
import type { CharacterEdit } from './character-edit.js';

/**
 * The edits that put all that a partial spec says into another one, field by field: a description of changes applied to a
 * person who is there already. Lists replace lists.
 *
 * @throws AvatarError `invalid-options`
 */
export function editsFrom(changes: CharacterSpec): CharacterEdit[] {
  const values: readonly (readonly [string, unknown])[] = Object.entries(checkCharacter(changes));
  return values.flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([field, inner]: [string, unknown]) => set(`${name}.${field}`, inner))
      : [set(name, value)],
  );
}

const set = (path: string, value: unknown) => ({ op: 'set', path, value }) as CharacterEdit;
