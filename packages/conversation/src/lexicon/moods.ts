import type { Expression } from '@avatar/character';
import { phrase } from '../words/phrase.js';

/** From sad to happy; surprise and smugness stand beside it. */
export const MOODS: readonly Expression[] = ['sad', 'serious', 'neutral', 'slight_smile', 'smile', 'laugh'];

const BIT = '(?:(?:a (?:tiny |little )?(?:bit|little|touch|tad|shade)|slightly|somewhat|little) )';
const LESS = '(?:less|not (?:so|as|that|quite so)|(?:way |a bit |much |far )?too)';
const GLUM = '(?:serious|stern|sad|grumpy|gloomy|angry|grim|severe|strict|unhappy|glum|mean|unfriendly)';
const GLAD = '(?:happy|smiley|smiling|laughing|grinning|cheerful|cheery|jolly|friendly|excited)';
const LOOKING = '(?:looks? |looking |be |is |are )?';

/** Steps up or down on that ladder, and how far at most. */
export interface MoodStep {
  readonly by: 1 | -1;
  readonly most?: Expression;
}
export const MOOD_STEPS = [
  phrase<MoodStep>(
    `${LOOKING}${LESS} ${GLUM}(?: looking)?|lighten up|(?:friendlier|more (?:friendly|approachable|welcoming))`,
    { by: 1, most: 'smile' },
  ),
  phrase<MoodStep>(
    `${BIT}?(?:happier|cheerier|jollier)|more ${GLAD}|smil(?:e|ing) (?:a bit |a little |even |much )?more|${BIT}?more (?:of a )?smile|(?:bigger|wider|broader|larger|warmer|friendlier|happier) (?:smile|grin|expression|face)|(?:smile|grin) (?:a bit |a little |should be |could be |to be |even |much )*(?:bigger|wider|broader)|cheer (?:me |him |her |them )?up`,
    { by: 1 },
  ),
  phrase<MoodStep>(
    `smil(?:e|ing) (?:a bit |a little |much )?less|${BIT}?less (?:of a |of the )?(?:smile|grin|laugh|laughter)|(?:smaller|subtler|softer|tinier) (?:smile|grin)|(?:smile|grin) (?:is |looks |a bit |a little |should be |could be |to be |much )*(?:smaller|subtler|too (?:big|wide|much|strong|broad))|smiling too much|${LOOKING}${LESS} ${GLAD}|${BIT}(?:more )?(?:serious|sterner|sadder)|(?:grumpier|meaner|angrier|sterner|(?:(?:me|him|her|them) |look(?:s|ing)? )(?:a bit |a little )?moodier|more (?:grumpy|stern))|tone down the (?:smile|grin)|sadder`,
    { by: -1 },
  ),
];

export function moodAfter(mood: Expression, { by: steps, most = 'laugh' }: MoodStep): Expression {
  const here = MOODS.indexOf(mood);
  if (here < 0) return steps > 0 ? 'slight_smile' : 'neutral';
  const highest = Math.max(here, MOODS.indexOf(most));
  return MOODS[Math.max(0, Math.min(highest, here + steps))];
}
