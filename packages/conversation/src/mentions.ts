import { BACKGROUNDS } from './lexicon/surroundings.js';
import type { BackgroundValue } from './lexicon/surroundings.js';
import { LIGHTS_SAID, NO_LIGHTS } from './lexicon/light.js';
import { OTHER_PLATFORMS, PLATFORM_NAMES } from './lexicon/platforms.js';
import { POSES, type PoseValue } from './lexicon/poses.js';
import { GRANTED, MODE_SAID, NEVER, STRENGTHS, type Strength } from './lexicon/requests.js';
import { STYLES, type StyleConcept } from './lexicon/styles.js';
import { colouredBackgrounds } from './coloured-backgrounds.js';
import type { Light, Mode } from './recipe/recipe.js';
import { isDenied } from './words/negation.js';
import { findPhrases, type Found, type Phrase } from './words/phrase.js';
import { overlaps } from './words/plain-text.js';

/** What a place of a message names. */
export type Meant =
  | { readonly of: 'style'; readonly value: StyleConcept }
  | { readonly of: 'background'; readonly value: BackgroundValue }
  | { readonly of: 'light'; readonly value: Light | null }
  | { readonly of: 'no-light'; readonly value: string }
  | { readonly of: 'platform'; readonly value: string }
  | { readonly of: 'other-platform'; readonly value: true }
  | { readonly of: 'mode'; readonly value: Mode }
  | { readonly of: 'strength'; readonly value: Strength }
  | { readonly of: 'pose'; readonly value: PoseValue }
  | { readonly of: 'never'; readonly value: string }
  | { readonly of: 'granted'; readonly value: string };

/** A named thing, and whether it is said not to be. */
export type Mention = Found<Meant> & { readonly isDenied: boolean };

const as = <Of extends Meant['of']>(
  of: Of,
  phrases: readonly Phrase<Extract<Meant, { of: Of }>['value']>[],
): readonly Phrase<Meant>[] =>
  phrases.map(({ pattern, value }) => ({ pattern, value: { of, value } as unknown as Meant }));

const PHRASES: readonly Phrase<Meant>[] = [
  ...as('style', STYLES),
  ...as('background', BACKGROUNDS),
  ...as('light', LIGHTS_SAID),
  ...as('no-light', NO_LIGHTS),
  ...as('platform', PLATFORM_NAMES),
  ...as('other-platform', OTHER_PLATFORMS as readonly Phrase<true>[]),
  ...as('mode', MODE_SAID),
  ...as('strength', STRENGTHS),
  ...as('pose', POSES),
  ...as('never', NEVER),
  ...as('granted', GRANTED),
];

/** Of these, "no" belongs to the phrase itself. */
const UNDENIED: readonly Meant['of'][] = ['strength', 'never', 'granted', 'mode', 'no-light'];

const SHARE =
  /(?:(?:the |its )?(?:effect|style|strength|intensity|filter)[^.,;!?\d]{0,12})?(?<![\p{L}\p{N}])(?<share>\d{1,3}) ?(?:%|per ?cent)(?: (?:strength|effect|intensity|style|of (?:the )?(?:strength|effect|intensity|style)))*/gu;

/** "The effect down to 60 %". */
const sharesOf = (text: string): readonly Found<Meant>[] =>
  [...text.matchAll(SHARE)].flatMap(({ 0: words, index, groups }) => {
    const to = Number(groups?.share) / 100;
    const value: Meant = { of: 'strength', value: { to: Math.max(LEAST_SHARE, to) } };
    return to > 1 ? [] : [{ words, start: index, end: index + words.length, value }];
  });
const LEAST_SHARE = 0.1;

/** Everything of the recipe that a text in plain signs names, in its order. */
export function mentionsIn(text: string): readonly Mention[] {
  const coloured = colouredBackgrounds(text).map((found) => ({
    ...found,
    value: { of: 'background', value: found.value } as const,
  }));
  const shares = sharesOf(text);
  const others = findPhrases(text, PHRASES).filter(
    (found) => ![...coloured, ...shares].some((one) => overlaps(found, one)),
  );
  return [...coloured, ...shares, ...others]
    .sort((one, other) => one.start - other.start)
    .map((found) => ({
      ...found,
      isDenied: !UNDENIED.includes(found.value.of) && isDeniedThere(text, found),
    }));
}

function isDeniedThere(text: string, found: Found<Meant>): boolean {
  // "No background" and "blur the background" say it themselves.
  const { of, value } = found.value;
  if (of === 'background' && (value.background === 'transparent' || value.background === 'original_blur'))
    return false;
  return isDenied(text, found);
}

/** The mentions of one kind. */
export const mentionsOf = <Of extends Meant['of']>(
  mentions: readonly Mention[],
  of: Of,
): readonly (Mention & { readonly value: Extract<Meant, { of: Of }> })[] =>
  mentions.filter(
    (mention): mention is Mention & { readonly value: Extract<Meant, { of: Of }> } => mention.value.of === of,
  );
