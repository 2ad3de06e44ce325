import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { CharacterSpec } from './character-spec.js';
import type { CharacterPath, ValueAt } from './edit/character-edit.js';
import type { FilledCharacter } from './filled-character.js';
import type { characterSchema } from './schema/character-schema.js';

type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

test('the schema and the documented interface have the same fields', () => {
  expectTypeOf<Frozen<z.infer<typeof characterSchema>>>().toEqualTypeOf<Frozen<CharacterSpec>>();
});

test('a filled character is a spec, and lacks only what says something by being left out', () => {
  expectTypeOf<FilledCharacter>().toExtend<CharacterSpec>();
  expectTypeOf<keyof FilledCharacter>().toEqualTypeOf<keyof CharacterSpec>();
  expectTypeOf<FilledCharacter['hair']['hex']>().toEqualTypeOf<string>();
  expectTypeOf<FilledCharacter['hair']['second']>().toEqualTypeOf<string | undefined>();
});

test('an edit knows what may stand at its path', () => {
  expectTypeOf<ValueAt<'pose.yaw'>>().toEqualTypeOf<number>();
  expectTypeOf<'accessories.length'>().not.toExtend<CharacterPath>();
});
