import {
  BACKGROUND_NOUN,
  COLOUR,
  COLOUR_PAIRS,
  COLOURS,
  type BackgroundValue,
} from './lexicon/surroundings.js';
import { shaded } from './comparative/shades.js';
import { isAllChatter } from './words/idle-words.js';
import { isDenied } from './words/negation.js';
import { findPhrases, phrase, type Found } from './words/phrase.js';
import { blanked, overlaps } from './words/plain-text.js';

const KIND = `plain |solid |flat |simple |gradient |studio |colou?red |clean |smooth |soft (?!(?:${COLOUR})(?! (?:gradient|studio)))|vibrant |uni `;
const FILLING =
  '(?:(?:to|be|is|in|of|a|an|the|should|must|needs|has|ought|can|will|may|stay|become|colou?r|something|made|from|more|changed|into|with|it|go|turn|all|like|really|very|rather|maybe|perhaps|please|nice|simply|just|kind|sort|some|would|could|i|want|have|use|shade|tone|instead)(?![\\p{L}]) ?)*';
const TINT =
  '(?:very |warm |sunny |cool |cold |rich |muted |earthy |creamy |neon |hot |electric |bright |vivid |strong |pale |deep |pastel |soft |dusty |dark |light )?';
const PAIR = `(${TINT}(?:${COLOUR}))(?: ?(?:to|and|&|into|,) ?(${TINT}(?:${COLOUR})))?`;

const FORMS = [
  // a grey backdrop with a subtle gradient
  phrase(
    `(?:(?:${KIND}))*${PAIR} (?:(?:${KIND}))*(?:${BACKGROUND_NOUN}) (?:with|in|as|and|having) (?:an? )?(?:very |subtle |soft |slight |gentle |light |nice |smooth )*gradient`,
    true,
  ),
  // a plain blue background; purple to blue gradient background
  phrase(`(?:(?:${KIND}))*${PAIR} (?:(?:${KIND}))*(?:${BACKGROUND_NOUN})`, true),
  // gradient background (purple to blue); background in navy
  phrase(
    `(?:(?:${KIND}))*(?:${BACKGROUND_NOUN})[\\s,:(=]*${FILLING}(?:(?:${KIND}))*${PAIR}(?: gradient| studio)?`,
    true,
  ),
  // on a plain light blue
  phrase(
    `(?:on|against|before|in front of) (?:an? |the )?(?:plain |solid |flat |uni )+(${TINT}(?:${COLOUR}))`,
    true,
  ),
  // a gradient from purple to blue
  phrase(
    `(?:${KIND})*gradient (?:(?:going|fading|that goes|running|which goes) )?(?:of |from |in |between )?(${COLOUR}) (?:to|and|&|into|fading to|going to) (${COLOUR})`,
    true,
  ),
  phrase(`(${COLOUR}) (?:to|and|&|into) (${COLOUR}) gradient`, true),
  // a gradient instead, teal
  phrase(`gradient(?: instead| please| background| backdrop)?[,:]? (?:in |of )?(${COLOUR})`, true),
].map(({ pattern }) => pattern);

/** Backgrounds that are named by their colours. */
export function colouredBackgrounds(text: string): readonly Found<BackgroundValue>[] {
  const found: Found<BackgroundValue>[] = [];
  for (const form of FORMS)
    for (const { 0: words, 1: first, 2: second, index } of text.matchAll(form)) {
      const span = { start: index, end: index + words.length };
      if (found.some((other) => overlaps(span, other))) continue;
      const value = valueOf(words, first, second);
      found.push({ ...span, words, value });
    }
  return found.length > 0 ? found : onlyColour(text);
}

const GROUND = phrase(BACKGROUND_NOUN, true);
const HEX = /#[0-9a-f]{6}(?![0-9a-f])|#[0-9a-f]{3}(?![0-9a-f])/gu;
const ANY = phrase(`(?:plain |solid )?${TINT}(?:${COLOUR})(?! (?:light|lighting|tones?|tint|glow))`, true);

/**
 * The one colour of a message about the background, wherever it stands: "the background is not good, make it white".
 * A number is a colour of nothing else; a name is where the message says nothing beyond.
 */
function onlyColour(text: string): readonly Found<BackgroundValue>[] {
  if (findPhrases(text, [GROUND]).length === 0) return [];
  const numbers = [...text.matchAll(HEX)];
  const named = findPhrases(text, [ANY]).filter((found) => !isDenied(text, found));
  if (numbers.length === 1) {
    const [{ 0: words, index }] = numbers;
    return [{ words, start: index, end: index + words.length, value: { background: words } }];
  }
  const rest = blanked(text, [...named, ...findPhrases(text, [GROUND])]);
  return named.length === 1 && numbers.length === 0 && isAllChatter(rest)
    ? named.map((found) => ({
        ...found,
        value: { background: hexOf(found.words.replace(/^(?:plain|solid) /u, '')) },
      }))
    : [];
}

function valueOf(words: string, first: string, second: string | undefined): BackgroundValue {
  const isGradient = words.includes('gradient');
  if (second !== undefined) {
    const pair = COLOUR_PAIRS[`${first} ${second}`];
    return { background: 'gradient', palette: pair ?? `${hexOf(first)},${hexOf(second)}` };
  }
  if (isGradient && /^gr[ae]y$/.test(first)) return { background: 'studio_light', palette: 'neutral_grey' };
  if (isGradient) return { background: 'gradient', palette: hexOf(first) };
  if (words.includes('studio'))
    return { background: 'studio_light', palette: first === 'navy' ? 'navy' : hexOf(first) };
  return { background: hexOf(first) };
}

/** Steps of lightness that a word before a colour is. */
const TINTS: Readonly<Record<string, number>> = {
  pale: 2,
  pastel: 2,
  light: 1.5,
  soft: 1,
  deep: -1,
  dark: -1.5,
};

function hexOf(colour: string): string {
  if (colour.startsWith('#')) return colour;
  const words = colour.replace(/[\s-]+/g, ' ');
  if (words in COLOURS) return COLOURS[words];
  const [tint, ...rest] = words.split(' ');
  return shaded(hexOf(rest.join(' ')), TINTS[tint] ?? 0, 'background');
}
