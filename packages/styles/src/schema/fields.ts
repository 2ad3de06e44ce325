import { z } from 'zod';
import { nearestName } from '../look-up.js';

// The message of every check is what was expected: `invalidStyle` makes the project's sentence of it.

/** A number from `min` to `max`, both inclusive. */
export function number(min: number, max: number) {
  const error = `a number from ${min} to ${max}`;
  return z.number({ error }).min(min, { error }).max(max, { error });
}

/** A number above 0, up to `max`. */
export function positive(max: number) {
  const error = `a number above 0 and at most ${max}`;
  return z.number({ error }).gt(0, { error }).max(max, { error });
}

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number) {
  const error = `an integer from ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error });
}

/** A share or strength in [0, 1]. */
export const share = () => number(0, 1);

export const choice = <const T extends string>(...allowed: readonly [T, ...T[]]) =>
  z.enum(allowed, { error: `one of ${allowed.join(', ')}` });

/** The name of an entry of the catalogue; known when the schema is made, and typed as any text. */
export const knownToken = (entries: readonly { readonly token: string }[]) =>
  choice(...(entries.map(({ token }) => token) as [string, ...string[]]));

/** A text of a form of its own. */
export function pattern(form: RegExp, max: number, expected: string) {
  return z
    .string({ error: expected })
    .max(max, { error: expected, abort: true })
    .regex(form, { error: expected });
}

/** Control characters, for a class of a pattern; by their codes, which validators of all languages read. */
export const CONTROLS = String.raw`\u0000-\u001f\u007f-\u009f`;

/** No control characters, and nothing that a program could follow: `scheme:...`, `//host`, `www.`. */
const PLAIN_TEXT = new RegExp(String.raw`^(?!.*(?:[A-Za-z]:\S|//|[wW]{3}\.))[^${CONTROLS}]+$`, 'u');

/** What people read: 1 to `max` characters. */
export const text = (max: number) =>
  pattern(PLAIN_TEXT, max, `a text of 1 to ${max} characters without addresses or control characters`);

/** An object of exactly these fields: unknown ones are typing mistakes, and the nearest known one is named. */
export function object<const Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const names = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return `an object of ${names.join(', ')}`;
      const nearest = nearestName(names, issue.keys[0]);
      const suggestion = nearest === undefined ? '' : ` (did you mean "${nearest}"?)`;
      return `no other fields than ${names.join(', ')}${suggestion}`;
    },
  });
}

/** Lower and upper bound in their order. */
export function bounds(min: z.ZodNumber, max: z.ZodNumber) {
  return object({ min, max }).refine((value) => value.min <= value.max, {
    error: 'a min that is not above max',
  });
}

/** An sRGB-encoded colour: red, green, blue, each in [0, 1]. */
export function colour() {
  const channel = share();
  return z.tuple([channel, channel, channel], { error: 'a colour of three numbers from 0 to 1' });
}

/** Three numbers in [-1, 1], not all 0. */
export function direction() {
  const error = 'three numbers from -1 to 1 that are not all 0';
  const part = number(-1, 1);
  return z.tuple([part, part, part], { error }).refine((axes) => axes.some((axis) => axis !== 0), { error });
}
