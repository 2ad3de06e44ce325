import { z } from 'zod';
import { CHARACTER_SCHEMA_ID, characterSchema } from '../../packages/character/src/index.js';
import { describeFields, type SchemaNode } from '../style-schema/field-notes.js';

/** The JSON Schema (draft 2020-12) of a character, with the notes of `CharacterSpec` as descriptions. */
export function characterJsonSchema(): SchemaNode {
  const schema = z.toJSONSchema(characterSchema, { target: 'draft-2020-12' }) as SchemaNode;
  return describeFields(
    { $id: CHARACTER_SCHEMA_ID, title: 'Character of @avatar', ...schema },
    { file: 'packages/character/src/character-spec.ts', name: 'CharacterSpec' },
  );
}
