import type { DrawOptions, Mode } from '@avatar/generator';
import { InvalidArgumentError } from 'commander';

/** Ranges are the generator's business; here a text only has to be a number. */
export function parseNumber(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value)) throw new InvalidArgumentError('It is not a number.');
  return value;
}

export function parseInteger(text: string): number {
  const value = parseNumber(text);
  if (!Number.isInteger(value)) throw new InvalidArgumentError('It is not a whole number.');
  return value;
}

/** The size of a picture: the side of a square, or width and height. */
export type SizeFlag = Pick<DrawOptions, 'sizePx' | 'size'>;

/** `640` or `1344x768`. */
export function parseSize(text: string): SizeFlag {
  const sides = /^(\d{1,5})x(\d{1,5})$/i.exec(text.trim());
  if (sides === null) return { sizePx: parseInteger(text) };
  return { size: { widthPx: Number(sides[1]), heightPx: Number(sides[2]) } };
}

/** The names of a union, all of them: one that is left out does not compile. */
export const namesOf = <Name extends string>(names: Readonly<Record<Name, true>>): Name[] =>
  Object.keys(names) as Name[];

export const MODES = namesOf<Mode>({ max: true, eco: true });
