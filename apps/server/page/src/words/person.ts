import type { Character, DrawOptions } from '@avatar/client';

export type Look = NonNullable<DrawOptions['look']>;
type Section = Readonly<Record<string, unknown>>;

/** Fields of a character that the page corrects, with their values. */
export type Corrections = ReadonlyMap<string, string>;

/** Who is shown, and how: what words or a file say, with the corrections of the person who looks. */
export interface Person {
  readonly said: Character;
  readonly corrections: Corrections;
  /** Decides what nobody said. */
  readonly seed: number;
  /** Fields that a photo did not tell. */
  readonly uncertain?: readonly string[];
}

/** Fields that are still to be looked at. */
export const uncertainOf = ({ uncertain = [], corrections }: Person): readonly string[] =>
  uncertain.filter((path) => !corrections.has(path));

/** The character to draw: corrections go before what was said. */
export function characterOf({ said, corrections, seed }: Person): Character {
  let character: Section = { ...said, seed: said.seed ?? seed };
  for (const [path, value] of corrections) character = withField(character, path, value);
  return character;
}

function withField(character: Section, path: string, value: string): Section {
  const [field, inner] = path.split('.');
  if (inner === undefined) return { ...character, [field]: value };
  return { ...character, [field]: { ...(character[field] as Section | undefined), [inner]: value } };
}

/** The value at a path such as `hair.style`, if there is one. */
export function fieldOf(character: Character, path: string): unknown {
  const [field, inner] = path.split('.');
  const value = (character as Section)[field];
  return inner === undefined ? value : (value as Section | undefined)?.[inner];
}

/** What a file holds: a character, or what the command line prints with one in it. */
export function characterIn(text: string): Character {
  const value = JSON.parse(text) as Section | null;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('This file holds no character');
  return value.character ?? value.spec ?? value;
}
