import { z } from 'zod';
import type { NamedValue } from '../values/named-value.js';

// The message of every check is what was expected: `invalidCharacter` makes the project's sentence of it.

/** A number from `min` to `max`, both inclusive. */
export function number(min: number, max: number) {
  const error = `a number from ${min} to ${max}`;
  return z.number({ error }).min(min, { error }).max(max, { error }).exactOptional();
}

/** A number in [0, 1] with 0.5 as typical. */
export const slider = () => number(0, 1);

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number) {
  const error = `an integer from ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error }).exactOptional();
}

/** A colour as `#rrggbb`. */
export function hex() {
  const error = 'a colour as #rrggbb';
  return z
    .string({ error })
    .max(7, { error, abort: true })
    .regex(/^#[0-9a-fA-F]{6}$/, { error })
    .exactOptional();
}

const valuesOf = <const List extends readonly NamedValue[]>(list: List) =>
  list.map(({ value }) => value) as [List[number]['value'], ...List[number]['value'][]];

function oneOf<const List extends readonly NamedValue[]>(list: List) {
  const values = valuesOf(list);
  return z.enum(values, { error: `one of ${values.join(', ')}` });
}

/** One of the named values. */
export const choice = <const List extends readonly NamedValue[]>(list: List) => oneOf(list).exactOptional();

/** Any of the named values, each at most once. */
export function choices<const List extends readonly NamedValue[]>(list: List) {
  const error = `a list of ${list.map(({ value }) => value).join(', ')}, each at most once`;
  return z
    .array(oneOf(list), { error })
    .max(list.length, { error, abort: true })
    .refine((given) => new Set(given).size === given.length, { error })
    .meta({ uniqueItems: true })
    .exactOptional();
}

/** True or false. */
export const yesOrNo = () => z.boolean({ error: 'true or false' }).exactOptional();

/** An object of exactly these fields: unknown ones are typing mistakes. */
export function object<const Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const names = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `no other fields than ${names}` : `an object of ${names}`,
  });
}
