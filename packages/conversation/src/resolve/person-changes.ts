import {
  ACCESSORIES,
  applyEdits,
  editsFrom,
  fillCharacter,
  EFFECTS,
  type CharacterEdit,
  type CharacterSpec,
} from '@avatar/character';
import { comparisonEdits } from '../comparative/comparison-edits.js';
import type { Unmet } from '../reading.js';
import type { Edit } from '../recipe/edits.js';
import type { Said } from '../said.js';
import { isDenied } from '../words/negation.js';
import { findPhrases, phrase, says } from '../words/phrase.js';

/** Words for a family, which takes its commonest member where there is nobody yet. */
const FAMILIES = 'jacket|coat|top|shirt|sweater|glasses|hat|beard|hair|clothes|outfit|dress';
const COLOURED = ['clothing', 'glasses', 'headwear', 'facial_hair'] as const;

/** What a message changes of somebody who is there already, and what of it cannot be. */
export function personChanges(
  said: Said,
  spec: CharacterSpec,
  current: CharacterSpec,
): { readonly edits: readonly Edit[]; readonly unmet: readonly Unmet[] } {
  const { accessories: _lists, effects: _too, ...rest } = spec;
  const undressed = deniedClothes(said);
  const wished = keepingStyles(undressed === undefined ? rest : withoutClothes(rest), current, said);
  const named = editsFrom(wished);
  const compared = said.comparisons
    .flatMap((one) => comparisonEdits(one, applyEdits(current, named).spec))
    // "Shorter, like a bob" names it.
    .filter(({ path }) => !named.some((edit) => edit.path === path));
  const edits = [...compared, ...named, ...listChanges(said, spec, current)];
  const tie = tieWithoutSuit(said, spec, current);
  const why = 'People are drawn dressed: say what they shall wear instead.';
  return {
    edits: edits
      .filter(({ path }) => tie === undefined || path !== 'clothing.third')
      .map((character) => ({ character })),
    unmet: [
      ...absent(said, current),
      ...(undressed === undefined ? [] : [{ words: undressed, why }]),
      ...(tie ? [tie] : []),
    ],
  };
}

/** What is to be taken away, and is not there. */
function absent({ text }: Said, { accessories = [], effects = [] }: CharacterSpec): readonly Unmet[] {
  const there = new Set<string>([...accessories, ...effects]);
  return [...ACCESSORIES, ...EFFECTS]
    .filter(({ value }) => !there.has(value) && isTakenAway(text, value))
    .map(({ value }) => ({ words: `no ${value.replaceAll('_', ' ')}`, why: 'That is not there.' }));
}

/** The third colour of clothes is that of a tie, which is seen with a suit only. */
function tieWithoutSuit({ person }: Said, spec: CharacterSpec, current: CharacterSpec): Unmet | undefined {
  if (spec.clothing?.third === undefined) return undefined;
  const style = spec.clothing.style ?? fillCharacter(current).clothing.style;
  if (WITH_THIRD.has(style)) return undefined;
  const words = person.understood.find(({ path }) => path === 'clothing.third')?.words ?? 'tie';
  return { words: `${words} (tie)`, why: 'A tie goes with a suit: say “a suit with a tie”.' };
}
const WITH_THIRD: ReadonlySet<string> = new Set(['suit', 'cloak']);

/** Things that are worn or glow: put to those that are there, or taken from them. */
function listChanges(
  { text }: Said,
  { accessories = [], effects = [] }: CharacterSpec,
  current: CharacterSpec,
): readonly CharacterEdit[] {
  const edits: CharacterEdit[] = [];
  for (const value of accessories) edits.push({ op: 'add', path: 'accessories', value });
  for (const value of effects) edits.push({ op: 'add', path: 'effects', value });
  for (const { value } of ACCESSORIES)
    if (current.accessories?.includes(value) && isTakenAway(text, value))
      edits.push({ op: 'remove', path: 'accessories', value });
  for (const { value } of EFFECTS)
    if (current.effects?.includes(value) && isTakenAway(text, value))
      edits.push({ op: 'remove', path: 'effects', value });
  return edits;
}

const isTakenAway = (text: string, value: string): boolean =>
  findPhrases(text, [phrase(`${value.replaceAll('_', ' ').replace(/s$/, '')}s?`, true)]).some((found) =>
    isDenied(text, found),
  );

/** "Make the jacket blue": it stays the jacket that it is. */
function keepingStyles(spec: CharacterSpec, current: CharacterSpec, { text }: Said): CharacterSpec {
  if (!says(text, `(?:the|his|her|their|its|my) (?:${FAMILIES})`)) return spec;
  const kept: Record<string, unknown> = { ...spec };
  for (const section of COLOURED) {
    const { style, hex, ...others } = { style: undefined, hex: undefined, ...spec[section] };
    const worn = current[section]?.style;
    if (style !== undefined && hex !== undefined && worn !== undefined && worn !== 'none' && style !== 'none')
      if (isOfOneFamily(section, style, worn)) kept[section] = { ...others, hex };
  }
  return kept;
}

const JACKETS = ['blazer', 'suit', 'denim_jacket', 'leather_jacket'];
const SHIRTS = ['shirt', 'polo', 'tshirt'];
function isOfOneFamily(section: string, wished: string, worn: string): boolean {
  if (section !== 'clothing') return true;
  return [JACKETS, SHIRTS].some((family) => family.includes(wished) && family.includes(worn));
}

/** Clothes that are to go, and nothing to come in their place. */
function deniedClothes({ text, person }: Said): string | undefined {
  return person.understood.find(
    ({ path, start, end }) => path === 'clothing.style' && isDenied(text, { start, end }),
  )?.words;
}

function withoutClothes({ clothing: _clothes, ...rest }: CharacterSpec): CharacterSpec {
  return rest;
}
