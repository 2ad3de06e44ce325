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
import { isOfBackground } from '../comparative/comparisons.js';
import type { Unmet } from '../reading.js';
import type { Edit } from '../recipe/edits.js';
import type { Said } from '../said.js';
import { isDenied } from '../words/negation.js';
import { wishedTie } from './tie.js';
import { saysNothing } from '../words/idle-words.js';
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
  const { accessories: _lists, effects: _too, ...rest } = withoutOthers(spec, said);
  const undressed = deniedClothes(said);
  const wished = keepingStyles(undressed === undefined ? rest : withoutClothes(rest), current, said);
  const named = editsFrom(wished);
  const steps = said.comparisons.map((comparison) => ({
    comparison,
    edits: comparisonEdits(comparison, applyEdits(current, named).spec),
  }));
  const compared = steps
    .flatMap((step) => step.edits)
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
      ...steps
        .filter(({ comparison }) => !isOfBackground(comparison))
        .filter((step) => isSameWith(current, step.edits))
        .map(({ comparison, edits: tried }) => ({
          words: said.text.slice(comparison.start, comparison.end),
          why: tried.length === 0 ? 'I cannot draw that.' : 'It is as far as it goes.',
        })),
      ...(undressed === undefined ? [] : [{ words: undressed, why }]),
      ...(tie ? [tie] : []),
    ],
  };
}

function isSameWith(current: CharacterSpec, edits: readonly CharacterEdit[]): boolean {
  const values = ({ seed: _any, ...rest }: CharacterSpec) => JSON.stringify(fillCharacter(rest));
  return values(applyEdits(current, edits).spec) === values(current);
}

/** What is to be taken away, and is not there. */
function absent({ text }: Said, { accessories = [], effects = [] }: CharacterSpec): readonly Unmet[] {
  const there = new Set<string>([...accessories, ...effects]);
  return [...ACCESSORIES, ...EFFECTS]
    .filter(({ value }) => !there.has(value) && isTakenAway(text, value))
    .map(({ label }) => ({ words: `no ${label.toLowerCase()}`, why: 'That is not there.' }));
}

/** The third colour of clothes is that of a tie, which is seen with a suit only. */
function tieWithoutSuit(said: Said, spec: CharacterSpec, current: CharacterSpec): Unmet | undefined {
  const tie = spec.clothing?.third === undefined ? wishedTie(said) : undefined;
  if (spec.clothing?.third === undefined && tie === undefined) return undefined;
  const style = spec.clothing?.style ?? fillCharacter(current).clothing.style;
  if (WITH_THIRD.has(style)) return undefined;
  const colour = said.person.understood.find(({ path }) => path === 'clothing.third')?.words;
  return {
    words: tie ?? (colour === undefined ? 'tie' : `${colour} (tie)`),
    why: 'A tie goes with a suit: say “a suit with a tie”.',
  };
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

const OTHER_NAMES: Readonly<Record<string, string>> = {
  nose_ring: '|(?:the |his |her |their |septum )(?:ring|piercing)',
  earrings: '|studs?',
  necklace: '|chains?|pendant|choker',
  mole: '|beauty (?:mark|spot)',
};
const isTakenAway = (text: string, value: string): boolean =>
  findPhrases(text, [
    phrase(`${value.replaceAll('_', ' ').replace(/s$/, '')}s?${OTHER_NAMES[value] ?? ''}`, true),
  ]).some((found) => isDenied(text, found));

/** "With his wife", "the woman": whoever is drawn is none of them, or is so already. */
function withoutOthers({ presentation, ...rest }: CharacterSpec, { text }: Said): CharacterSpec {
  const isMeant = presentation !== undefined && !OTHERS.test(text);
  return isMeant ? { ...rest, presentation } : rest;
}
const OTHERS =
  /(?<![\p{L}])(?:my|his|her|their|your|our|the|this|that|same) (?:\p{L}+ )?(?:man|woman|guy|girl|boy|lady|gentleman|lad|dude|chap|wife|husband|girlfriend|boyfriend|sister|brother|mother|father|mum|mom|dad|aunt|uncle|daughter|son)(?![\p{L}])/u;

/** "Make the jacket blue": it stays the jacket that it is. */
function keepingStyles(spec: CharacterSpec, current: CharacterSpec, { text, person }: Said): CharacterSpec {
  if (!says(text, `(?:the|his|her|their|its|my) (?:${FAMILIES})`)) return spec;
  const kept: Record<string, unknown> = { ...spec };
  for (const section of COLOURED) {
    const { style, hex, ...others } = { style: undefined, hex: undefined, ...spec[section] };
    const worn = current[section]?.style;
    if (style === undefined || style === 'none' || worn === undefined || worn === 'none') continue;
    const isFamily = person.understood.some(
      ({ path, words, start, end }) =>
        path === `${section}.style` &&
        FAMILY.test(words) &&
        !saysNothing(text.slice(0, start) + text.slice(end)),
    );
    if ((hex !== undefined || isFamily) && isOfOneFamily(section, style, worn))
      kept[section] = { ...others, ...(hex !== undefined && { hex }) };
  }
  return kept;
}
const FAMILY = new RegExp(`^(?:${FAMILIES})$`, 'iu');

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
