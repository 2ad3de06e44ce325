import { AvatarError } from '@avatar/stage';
import { z } from 'zod';
import { characterSchema } from '../schema/character-schema.js';
import type { CharacterPath } from './character-edit.js';

const LONGEST_PATH = 60;

const schemas = new Map<string, z.ZodType>();
for (const [name, field] of Object.entries(characterSchema.shape)) {
  schemas.set(name, field);
  const section = field.unwrap();
  if (section instanceof z.ZodObject)
    for (const [inner, schema] of Object.entries(section.shape as Record<string, z.ZodType>))
      schemas.set(`${name}.${inner}`, schema);
}

/** Every path that an edit may name. */
export const CHARACTER_PATHS: readonly CharacterPath[] = [...schemas.keys()] as CharacterPath[];

/** What may stand at a path. */
export function schemaAt(path: CharacterPath): z.ZodType {
  const schema = schemas.get(path);
  if (schema === undefined)
    throw new AvatarError(
      'invalid-options',
      `A path of a character was expected: ${CHARACTER_PATHS.join(', ')}`,
      {
        reason: 'unknown-path',
        facts: { option: 'path' },
      },
    );
  return schema;
}

/** The path, if there is one of that name. */
export function pathOf(name: string): CharacterPath {
  const path = name.slice(0, LONGEST_PATH) as CharacterPath;
  schemaAt(path);
  return path;
}
