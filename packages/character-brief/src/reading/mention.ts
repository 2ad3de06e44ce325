import type { Hex } from '@avatar/character';
import type { ColourSense, NounSense, QualitySense, SaysSense, ShadeSense } from '../lexicon/sense.js';
import { meaningOf } from '../meaning/meaning-of.js';
import type { FactPath, Sets } from '../meaning/sets.js';
import type { Item } from './items.js';
import { hexIn } from './mixed-colours.js';

/** A colour, a shade or a quality, waiting for its noun. */
export interface Modifier {
  readonly sense: ColourSense | ShadeSense | QualitySense;
  readonly item: Item;
  /** Whether "and" stands before it. */
  readonly joined: boolean;
  /** Whether a comma stands before it. */
  readonly parted: boolean;
}

/** A noun of the text with what belongs to it. */
export interface Mention {
  readonly noun: NounSense;
  readonly item: Item;
  /** First of its words, those that nobody knows included. */
  readonly from: number;
  readonly bound: Modifier[];
  negated: boolean;
  /** Only says where something else is: "behind her ear". */
  readonly isPlace: boolean;
}

/** Words and what they put into the spec. */
export interface Finding {
  readonly sets: Sets;
  readonly from: number;
  readonly to: number;
  /** Says that something is not there: it gives way to what is there. */
  readonly negative: boolean;
  /** The mention that it comes from. */
  readonly mention?: Mention;
}

const isColour = ({ sense }: Modifier): boolean => sense.as === 'colour' || sense.as === 'shade';

/** Whether the noun understands the modifier. */
export function accepts({ noun, bound }: Mention, modifier: Modifier): boolean {
  const { colours, shades, qualities } = meaningOf(noun.domain);
  const { sense } = modifier;
  if (noun.domain === 'elsewhere') return true;
  if (sense.as === 'quality') return qualities?.[sense.quality] !== undefined;
  const places = noun.colours ?? colours ?? [];
  if (sense.as === 'shade' && shades?.[sense.shade] === undefined) return false;
  return bound.filter(isColour).length < places.length;
}

/** What a mention says: itself, and each of its modifiers. */
export function findingsOf(mention: Mention): Finding[] {
  const { noun, item, bound, negated } = mention;
  const meaning = meaningOf(noun.domain);
  const { from, to } = item;
  if (negated) {
    // A thing of a list is denied as what it is: no earrings.
    const absent = noun.sets?.accessories || noun.sets?.effects ? noun.sets : (noun.absent ?? meaning.absent);
    return absent ? [{ sets: absent, from, to, negative: true, mention }] : [];
  }
  const found: Finding[] = noun.sets ? [{ sets: noun.sets, from, to, negative: false, mention }] : [];
  let colours = 0;
  for (const modifier of bound) {
    const { sense } = modifier;
    const said: Sets | undefined =
      sense.as === 'quality'
        ? meaning.qualities?.[sense.quality]
        : colourSets(mention, sense, (noun.colours ?? meaning.colours ?? [])[colours++]);
    if (said)
      found.push({ sets: said, from: modifier.item.from, to: modifier.item.to, negative: false, mention });
  }
  return found;
}

function colourSets(
  { noun }: Mention,
  sense: ColourSense | ShadeSense,
  path: FactPath | undefined,
): Sets | undefined {
  if (!path) return undefined;
  const { palette = 'cloth', shades } = meaningOf(noun.domain);
  const hex: Hex | undefined = sense.as === 'colour' ? hexIn(sense, palette) : shades?.[sense.shade];
  return { [path]: hex, ...(sense.as === 'colour' && path === 'hair.hex' && sense.hair) };
}

/** What a modifier says about the person when no noun takes it. */
export function aloneSets({ sense }: Modifier): Sets | undefined {
  if (sense.as !== 'colour') return sense.alone;
  if (sense.alone === 'hair') return { 'hair.hex': hexIn(sense, 'hair') };
  return sense.alone === 'skin' ? { 'skin.hex': hexIn(sense, 'skin') } : undefined;
}

/** A statement by itself, or its contrary. */
export function findingOf(
  { sets, absent }: SaysSense,
  { from, to }: Item,
  negated: boolean,
): Finding | undefined {
  if (!negated) return { sets, from, to, negative: false };
  return absent && { sets: absent, from, to, negative: true };
}
