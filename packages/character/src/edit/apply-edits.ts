import { AvatarError } from '@avatar/stage';
import type { CharacterSpec } from '../character-spec.js';
import { checkCharacter } from '../schema/check-character.js';
import type { CharacterEdit, CharacterPath } from './character-edit.js';
import { schemaAt } from './character-paths.js';

/** A spec after edits, and the way back. */
export interface EditedCharacter {
  readonly spec: CharacterSpec;
  /** Applied to `spec`, in this order, they give the spec from before. */
  readonly inverse: readonly CharacterEdit[];
}

/** As many edits as one call takes. */
const MOST_EDITS = 500;

type Values = Readonly<Record<string, unknown>>;

/**
 * Applies edits, one after the other; the given spec stays as it is.
 *
 * @throws AvatarError `invalid-options` for an unknown path, a value out of its range or more than 500 edits
 */
export function applyEdits(spec: CharacterSpec, edits: readonly CharacterEdit[]): EditedCharacter {
  if (edits.length > MOST_EDITS)
    throw new AvatarError(
      'invalid-options',
      `Expected at most ${MOST_EDITS} edits, received ${edits.length}; apply them in parts`,
      { facts: { option: 'edits' } },
    );
  let values = checkCharacter(spec) as Values;
  const inverse: CharacterEdit[] = [];
  for (const edit of edits) {
    schemaAt(edit.path);
    inverse.unshift(wayBack(values, edit.path));
    values = withValue(values, edit.path, valueAfter(values, edit));
  }
  return { spec: checkCharacter(values), inverse };
}

/** What stands at the path once the edit is done; undefined for nothing. */
function valueAfter(values: Values, edit: CharacterEdit): unknown {
  if (edit.op === 'set') return edit.value;
  if (edit.op === 'unset') return undefined;
  const list = (values[edit.path] ?? []) as readonly unknown[];
  const others = list.filter((value) => value !== edit.value);
  if (edit.op === 'remove') return others.length < list.length ? others : values[edit.path];
  return others.length < list.length ? list : [...list, edit.value];
}

/** Restores what stands at the path now: a section that is not there yet goes as a whole. */
function wayBack(values: Values, path: CharacterPath): CharacterEdit {
  const [name, field] = path.split('.');
  const section = values[name] as Values | undefined;
  if (section === undefined) return { op: 'unset', path: name as CharacterPath };
  const value = field === undefined ? section : section[field];
  return value === undefined ? { op: 'unset', path } : ({ op: 'set', path, value } as CharacterEdit);
}

function withValue(values: Values, path: CharacterPath, value: unknown): Values {
  const [name, field] = path.split('.');
  if (field === undefined) return withField(values, name, value);
  const section = values[name] as Values | undefined;
  if (section === undefined && value === undefined) return values;
  return { ...values, [name]: withField(section ?? {}, field, value) };
}

function withField(values: Values, name: string, value: unknown): Values {
  if (value !== undefined) return { ...values, [name]: value };
  const { [name]: _left, ...others } = values;
  return others;
}
