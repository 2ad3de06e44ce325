import {
  editsFrom,
  fillCharacter,
  type CharacterEdit,
  type CharacterSpec,
  type FilledCharacter,
} from '@avatar/character';
import { readBrief } from '@avatar/character-brief';
import type { Comparison } from './comparisons.js';
import { beardOfLength, hairOfLength, textureOf } from './ladders.js';
import { shaded } from './shades.js';
import { BEARD_NOUNS, CLOTHES_NOUNS, CONTRARY, HAIR_NOUNS, WORN_NOUNS } from './vocabulary.js';

/** Of a number from 0 to 1. */
const STEP = 0.16;
const TYPICAL = 0.5;

const among = (nouns: string) => {
  const list = new Set(nouns.replaceAll('?', '').split('|'));
  return (noun: string) => list.has(noun);
};
const isHair = among(HAIR_NOUNS);
const isBeard = among(BEARD_NOUNS);
const isClothes = among(`${CLOTHES_NOUNS}|armor`);
const isEyewear = among('glasses|sunglasses|frames');
const isWorn = among(WORN_NOUNS);

/** What a comparison changes of somebody who is known; empty where nothing can follow it. */
export function comparisonEdits(comparison: Comparison, current: CharacterSpec): readonly CharacterEdit[] {
  const { adjective, direction, steps } = comparison;
  const person = fillCharacter(current);
  const by = direction * steps;
  if (adjective === 'light') return shadeEdits(comparison, person, by);
  if (adjective === 'dark') return shadeEdits(comparison, person, -by);
  return ladderEdits(comparison, person, by) ?? numberEdits(comparison, person);
}

/** The same where nothing is known of the person yet: "a longer nose" is a long one, "too long" a short one. */
export function comparedWith(comparisons: readonly Comparison[]): CharacterSpec {
  const wished = comparisons.map(({ noun, adjective, direction }) =>
    direction > 0 ? `${adjective} ${noun}` : `${CONTRARY[adjective] ?? adjective} ${noun}`,
  );
  return readBrief(wished.join(', ')).spec;
}

function ladderEdits(
  { noun, adjective }: Comparison,
  person: FilledCharacter,
  by: number,
): readonly CharacterEdit[] | undefined {
  const grows =
    ['long', 'short'].includes(adjective) ||
    (isBeard(noun) && ['big', 'small', 'thick', 'full', 'bushy', 'thin'].includes(adjective));
  const sign = ['short', 'small', 'thin'].includes(adjective) ? -1 : 1;
  if (grows && isHair(noun))
    return [{ op: 'set', path: 'hair.style', value: hairOfLength(person, sign * by) }];
  if (grows && isBeard(noun))
    return [
      { op: 'set', path: 'facial_hair.style', value: beardOfLength(person.facial_hair.style, sign * by) },
    ];
  if (isHair(noun) && ['curly', 'wavy', 'straight'].includes(adjective)) {
    const curls = adjective === 'straight' ? -by : by;
    return [{ op: 'set', path: 'hair.texture', value: textureOf(person.hair.texture, curls) }];
  }
  return undefined;
}

function shadeEdits({ noun }: Comparison, person: FilledCharacter, steps: number): readonly CharacterEdit[] {
  const path = colourPath(noun);
  if (path === undefined) return [];
  const [section] = path.split('.') as [
    'hair' | 'skin' | 'eyes' | 'brows' | 'mouth' | 'facial_hair' | 'clothing' | 'glasses' | 'headwear',
  ];
  const of = ['hair', 'brows', 'facial_hair'].includes(section) ? 'hair' : section;
  return [{ op: 'set', path, value: shaded(person[section].hex, steps, of) }];
}

type ColourPath = Extract<CharacterEdit['path'], `${string}.hex`>;
function colourPath(noun: string): ColourPath | undefined {
  if (isHair(noun)) return 'hair.hex';
  if (isBeard(noun)) return 'facial_hair.hex';
  if (isClothes(noun)) return 'clothing.hex';
  if (isEyewear(noun)) return 'glasses.hex';
  if (isWorn(noun)) return 'headwear.hex';
  return OTHERS[noun];
}
const OTHERS: Readonly<Record<string, ColourPath>> = {
  skin: 'skin.hex',
  complexion: 'skin.hex',
  face: 'skin.hex',
  eyes: 'eyes.hex',
  brows: 'brows.hex',
  eyebrows: 'brows.hex',
  lips: 'mouth.hex',
};

/** Numbers a step on from where they are; what is no number, as descriptions say it. */
function numberEdits(
  { noun, adjective, direction, steps }: Comparison,
  person: FilledCharacter,
): readonly CharacterEdit[] {
  const { spec } = readBrief(`${adjective} ${noun}`);
  // What the noun says by itself is there already.
  const bare = new Set(editsFrom(readBrief(noun).spec).map((edit) => JSON.stringify(edit)));
  return editsFrom(spec).flatMap((edit): readonly CharacterEdit[] => {
    if (edit.op !== 'set') return [];
    const { path, value } = edit as { path: string; value: unknown };
    if (typeof value !== 'number') return direction > 0 && !bare.has(JSON.stringify(edit)) ? [edit] : [];
    const [section, field] = path.split('.');
    const now = (person as unknown as Record<string, Record<string, unknown>>)[section]?.[field];
    if (typeof now !== 'number') return [];
    const to = now + Math.sign(value - TYPICAL) * direction * steps * STEP;
    return [
      { op: 'set', path, value: Math.round(Math.max(0, Math.min(1, to)) * 100) / 100 } as CharacterEdit,
    ];
  });
}
