import { AvatarError } from '@avatar/stage';
import type { CharacterEdit } from './character-edit.js';
import { pathOf, schemaAt } from './character-paths.js';

const FORM = /^([a-z_]{1,20}(?:\.[a-z_]{1,20})?)(\+=|-=|=)([^\n]{0,200})$/;
const YES_OR_NO = new Map([
  ['true', true],
  ['false', false],
]);
const LISTS: readonly string[] = ['accessories', 'effects'];

/**
 * An edit as people type it: `skin.hex=#aa7744`, `pose.yaw=35`, `accessories=hoops,freckles`, `accessories+=scar`,
 * `effects-=cyber_eye`, and `hair.second=` to take a field out.
 *
 * @throws AvatarError `invalid-options`
 */
export function parseEdit(text: string): CharacterEdit {
  const [, name, operator, typed] = FORM.exec(text) ?? [];
  if (name === undefined)
    throw new AvatarError(
      'invalid-options',
      `Expected path=value, such as skin.hex=#aa7744, received a text of ${text.length} characters`,
      { facts: { option: 'edit' } },
    );
  const path = pathOf(name);
  const written = typed.trim();
  if (operator !== '=') return listEdit(path, operator === '+=' ? 'add' : 'remove', written);
  if (written === '') return { op: 'unset', path };
  return { op: 'set', path, value: valueFrom(path, written) } as CharacterEdit;
}

function listEdit(path: CharacterEdit['path'], op: 'add' | 'remove', value: string): CharacterEdit {
  if (!LISTS.includes(path))
    throw new AvatarError('invalid-options', `Only ${LISTS.join(' and ')} are lists; use ${path}=value`, {
      facts: { option: path },
    });
  checked(path, [value]);
  return { op, path, value } as CharacterEdit;
}

/** As a text, a number, yes or no, or a list: whatever the field takes. */
function valueFrom(path: CharacterEdit['path'], written: string): unknown {
  if (LISTS.includes(path))
    return checked(
      path,
      written.split(',').map((value) => value.trim()),
    );
  const readings: readonly unknown[] = [written, Number(written), YES_OR_NO.get(written)];
  const schema = schemaAt(path);
  const fitting = readings.find((reading) => reading !== undefined && schema.safeParse(reading).success);
  return fitting ?? checked(path, written);
}

function checked(path: CharacterEdit['path'], value: unknown): unknown {
  const parsed = schemaAt(path).safeParse(value);
  if (parsed.success) return value;
  throw new AvatarError('invalid-options', `Expected ${parsed.error.issues[0].message} for ${path}`, {
    facts: { option: path },
  });
}
