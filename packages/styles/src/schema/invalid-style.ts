import { AvatarError } from '@avatar/stage';
import type { z } from 'zod';

/** `rendering.gels[1].strength`; known names and indices only, since unknown fields are told of at their parent. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name === '' ? String(step) : `${name}.${String(step)}`,
    '',
  );

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
  return value;
}

/** A value for a message: numbers as they are, of texts only that they are texts. */
function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The first thing that is wrong, in the project's one sentence for wrong options. Texts of the caller are not repeated. */
export function invalidStyle({ issues: [issue] }: z.core.$ZodError, input: unknown): AvatarError {
  const field = pathOf(issue.path) || 'style';
  const received =
    issue.code === 'unrecognized_keys' ? 'an unknown one' : described(valueAt(input, issue.path));
  return new AvatarError('invalid-options', `Expected ${issue.message} for ${field}, received ${received}`, {
    facts: { option: field },
  });
}
