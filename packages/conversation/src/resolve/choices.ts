import { CARTOON, FANTASIES, FANTASY, PIXAR, RENDER, type StyleConcept } from '../lexicon/styles.js';
import type { Subject } from '../recipe/recipe.js';
import type { Option, Pending } from '../recipe/state.js';
import { backgroundOption, styleOption, styleQuestion } from '../offers.js';
import { mentionsOf } from '../mentions.js';
import type { Said } from '../said.js';

/** Kinds that are named together where one is meant: which it is. */
const TOGETHER: readonly (readonly [StyleConcept, StyleConcept, StyleConcept])[] = [
  [PIXAR, CARTOON, CARTOON],
  [RENDER, CARTOON, RENDER],
  [PIXAR, RENDER, RENDER],
];

/** The one kind of picture that is wished. */
export function chosenStyle({ styles }: Said): StyleConcept | undefined {
  return unitedStyles(styles)[0];
}

function unitedStyles(styles: readonly StyleConcept[]): readonly StyleConcept[] {
  for (const [one, other, meant] of TOGETHER)
    if (styles.includes(one) && styles.includes(other))
      return unitedStyles([meant, ...styles.filter((style) => style !== one && style !== other)]);
  return styles;
}

/** What has to be asked before anything is done: two things of one kind, or one that there is nothing of. */
export function openQuestion(said: Said, subject: Subject | undefined): Pending | undefined {
  const styles = unitedStyles(said.styles);
  if (styles.length > 1)
    return {
      question: 'Which of them shall it be?',
      options: styles.map((style) => styleOption(style, subject)),
    };
  if (said.isEither) return { question: 'Which of them shall it be?', options: eitherOptions(said) };
  if (styles[0] === FANTASY && subject !== 'character')
    return {
      question: 'Which figure shall it be?',
      options: FANTASIES.map((style) => ({ ...styleOption(style, subject), label: capital(style.name) })),
    };
  if (isSaid(said)) return undefined;
  const [place] = said.unknownPlaces;
  if (place !== undefined)
    return {
      question: `I have no picture of “${place.words}” for behind the person. Which of these shall it be?`,
      options: place.nearest.map(backgroundOption),
    };
  if (said.unknownStyles.length > 0 && !said.person.isPerson)
    return styleQuestion(`I have no style “${said.unknownStyles[0]}”. Which of these comes near?`, subject);
  if (said.isSomeBackground)
    return {
      question: 'Which background shall it be?',
      options: ['studio_light', 'gradient', 'beach_sunset', 'mountains'].map(backgroundOption),
    };
  return undefined;
}

/** Something was understood well enough to act on. */
const isSaid = ({ mentions, styles }: Said): boolean =>
  styles.length > 0 || mentions.some(({ value, isDenied }) => value.of !== 'style' && !isDenied);

function eitherOptions({ mentions }: Said): readonly Option[] {
  const grounds = mentionsOf(mentions, 'background').flatMap(({ value }) => value.value.background ?? []);
  if (grounds.length > 1)
    return [...new Set(grounds)].map((token) =>
      token.startsWith('#')
        ? { label: token, edits: [{ set: 'background', to: token } as const] }
        : backgroundOption(token),
    );
  const lights = mentionsOf(mentions, 'light').flatMap(({ value }) => value.value ?? []);
  if (lights.length > 1)
    return lights.map((light) => ({
      label: `${capital(light)} light`,
      edits: [{ set: 'light', to: light }],
    }));
  const platforms = mentionsOf(mentions, 'platform').map(({ value }) => value.value);
  return platforms.map((token) => ({ label: capital(token), edits: [{ set: 'platform', to: token }] }));
}

const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);
