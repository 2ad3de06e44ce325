import { AvatarError } from './error.js';

const describe = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : String(value));

/** The one sentence form for a wrong option. */
export function invalidOption(expected: string, name: string, received: unknown): AvatarError {
  return new AvatarError(
    'invalid-options',
    `Expected ${expected} for ${name}, received ${describe(received)}`,
    {
      facts: { option: name },
    },
  );
}

/** Returns `value` if it is a finite number from `min` to `max`. */
export function numberOption(name: string, value: unknown, min: number, max: number): number {
  if (typeof value !== 'number' || !(value >= min && value <= max))
    throw invalidOption(`a number from ${min} to ${max}`, name, value);
  return value;
}

/** Returns `value` if it is an integer from `min` to `max`. */
export function integerOption(name: string, value: unknown, min: number, max: number): number {
  if (!Number.isInteger(value) || (value as number) < min || (value as number) > max)
    throw invalidOption(`an integer from ${min} to ${max}`, name, value);
  return value as number;
}

/** Returns `value` if it is one of `allowed`. */
export function choiceOption<const T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
  if (!allowed.includes(value as T)) throw invalidOption(`one of ${allowed.join(', ')}`, name, value);
  return value as T;
}

/** Refuses keys that nobody reads: they are typing mistakes. */
export function knownOptions(factory: string, options: object, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null)
    throw new AvatarError(
      'invalid-options',
      `Expected an object of options for ${factory}, received ${describe(options)}; it knows ${known.join(', ')}`,
    );
  for (const key of Object.keys(options))
    if (!known.includes(key))
      throw new AvatarError(
        'invalid-options',
        `Unknown option "${key}" for ${factory}; it knows ${known.join(', ')}`,
        { facts: { option: key } },
      );
}
