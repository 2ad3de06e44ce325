import { InvalidArgumentError } from 'commander';
import { schema } from '../database/index.js';

/** Readings of what the operator writes; what cannot be read is said by the command. */
export const jsonObject = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidArgumentError('Expected JSON, such as \'{"billing":"credits"}\'.');
  }
};

export const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least)
      throw new InvalidArgumentError(`Expected a whole number from ${least}.`);
    return number;
  };

export const moment = (text: string): Date => {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('Expected a date, such as 2027-01-31.');
  return date;
};

export const keyScopes = (text: string): readonly schema.KeyScope[] => {
  const words = text.split(',').map((word) => word.trim());
  return words.map((word) => {
    const scope = schema.KEY_SCOPES.find((known) => known === word);
    if (scope === undefined)
      throw new InvalidArgumentError(`Expected scopes with commas, of ${schema.KEY_SCOPES.join(', ')}.`);
    return scope;
  });
};

/** A day as lists show it. */
export const day = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? 'never';
