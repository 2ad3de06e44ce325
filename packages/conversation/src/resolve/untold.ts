import { BACKGROUNDS } from '../labels.js';
import { mentionsOf } from '../mentions.js';
import type { Unmet } from '../reading.js';
import type { Said } from '../said.js';
import { phrase, findPhrases } from '../words/phrase.js';

const RETOUCH = [
  phrase(
    'wrinkles?|pimples?|acne|zits?|blemish(?:es)?|spots on (?:my|her|his) face|(?:eye )?bags(?: under (?:my|the) eyes)?|dark circles|double chin|(?:whiter? |whiten (?:my |the )?|straighten (?:my |the )?|fix (?:my |the )?)teeth|(?:smooth|smoothen|smoother|clear|clearer|soften|retouch|airbrush) (?:out )?(?:my |the |her |his )?(?:skin|face|complexion)|skin (?:\\p{L}+ )?(?:smoother|clearer|softer)|retouch(?:ing)?|airbrush(?:ed)?|photoshop(?:ped)? me|(?:slimmer|thinner|slim down (?:my|the)) (?:face|nose)|open (?:my|the|her|his) eyes|close (?:my|her|his) mouth|glare|red eyes?|double chin',
    true,
  ),
];
const ANOTHER_BACKGROUND = [
  phrase(
    '(?:different|another|other|new|nicer|better|more interesting) (?:background|backdrop)|(?:change|swap|replace) (?:the |my |that |this )?(?:background|backdrop)',
    true,
  ),
];

/** Wishes beside those that are done, for which there is nothing to do it with. */
export function untold(said: Said, isOfPhoto: boolean): readonly Unmet[] {
  const { text, unknownPlaces, unknownStyles, isSomeBackground, deniedPlaces } = said;
  const near = (tokens: readonly string[]) => tokens.map((token) => `“${BACKGROUNDS[token]}”`).join(', ');
  return [
    ...unknownPlaces.map(({ words, nearest }) => ({
      words,
      why: `I have no such background. What comes near: ${near(nearest)}.`,
    })),
    ...unknownStyles.map(({ words, nearest }) => ({
      words,
      why:
        nearest.length === 0
          ? 'I have no such style.'
          : `I have no such style. What comes near: ${nearest.map(({ name }) => name).join(', ')}.`,
    })),
    ...deniedPlaces.map((words) => ({
      words: `no ${words}`,
      why: 'My backgrounds are pictures as they are.',
    })),
    ...(isSomeBackground ? findPhrases(text, ANOTHER_BACKGROUND) : []).map(({ words }) => ({
      words,
      why: 'Tell me which background it shall be.',
    })),
    ...(isOfPhoto ? findPhrases(text, RETOUCH) : []).map(({ words }) => ({
      words,
      why: 'I retouch no faces: a photo keeps its own.',
    })),
    ...severalLights(said),
  ];
}

/** There is one light at a time: the last that was named. */
function severalLights({ mentions }: Said): readonly Unmet[] {
  const wished = mentionsOf(mentions, 'light').filter(
    ({ value, isDenied }) => !isDenied && value.value !== null,
  );
  const last = wished.at(-1);
  return wished
    .filter(({ value }) => value.value !== last?.value.value)
    .map(({ words }) => ({ words, why: 'One light at a time: I took what was said last.' }));
}
