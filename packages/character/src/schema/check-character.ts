import { AvatarError } from '@avatar/stage';
import type { z } from 'zod';
import type { CharacterSpec } from '../character-spec.js';
import { characterSchema } from './character-schema.js';

/**
 * The spec, if `value` is one: from a file, a request or a form.
 *
 * @throws AvatarError `invalid-options`; the message names the first wrong field and repeats no text of the caller
 */
export function checkCharacter(value: unknown): CharacterSpec {
  const parsed = characterSchema.safeParse(value);
  if (!parsed.success) throw invalidCharacter(parsed.error, value);
  return parsed.data;
}

function invalidCharacter({ issues: [issue] }: z.core.$ZodError, value: unknown): AvatarError {
  const field = issue.path.map(String).join('.') || 'character';
  const received =
    issue.code === 'unrecognized_keys' ? 'an unknown one' : described(valueAt(value, issue.path));
  return new AvatarError('invalid-options', `Expected ${issue.message} for ${field}, received ${received}`, {
    facts: { option: field },
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], value);
}

/** Numbers as they are, of texts only that they are texts. */
function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
