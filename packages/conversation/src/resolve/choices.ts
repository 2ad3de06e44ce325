import { platformByToken } from '@avatar/styles';
import { colourName } from '../colour-name.js';
import {
  CARTOON,
  EDITORIAL,
  EDITORIAL_IN_BLACK_AND_WHITE,
  FANTASIES,
  FANTASY,
  NOIR,
  PIXAR,
  RENDER,
  type StyleConcept,
} from '../lexicon/styles.js';
import type { Edit } from '../recipe/edits.js';
import type { Subject } from '../recipe/recipe.js';
import type { Option, Pending } from '../recipe/state.js';
import { backgroundOption, nearStyleQuestion, styleOption } from '../offers.js';
import { mentionsOf } from '../mentions.js';
import type { Said } from '../said.js';

/** Kinds that are named together where one is meant: which it is. */
const TOGETHER: readonly (readonly [StyleConcept, StyleConcept, StyleConcept])[] = [
  [PIXAR, CARTOON, CARTOON],
  [RENDER, CARTOON, RENDER],
  [PIXAR, RENDER, RENDER],
  [EDITORIAL, NOIR, EDITORIAL_IN_BLACK_AND_WHITE],
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
  if (said.isEither || platformsOf(said).length > 1)
    return { question: 'Which of them shall it be?', options: eitherOptions(said) };
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
  const [unknown = unknownFigure(said)] = said.unknownStyles;
  if (unknown !== undefined && !said.person.isPerson)
    return nearStyleQuestion(
      `I have no style “${unknown.words}”. Which of these comes near?`,
      unknown.nearest,
      subject,
    );
  if (said.isSomeBackground)
    return {
      question: 'Which background shall it be?',
      options: ['studio_light', 'gradient', 'beach_sunset', 'mountains'].map(backgroundOption),
    };
  return undefined;
}

/** What of a message is understood beside its question: kept for the picture that the answer brings. */
export function beside({ options }: Pending, edits: readonly Edit[]): readonly Edit[] {
  const asked = new Set(options.flatMap((option) => option.edits.map(keyOf)));
  return edits.filter((edit) => !asked.has(keyOf(edit)));
}

const keyOf = (edit: Edit): string =>
  'set' in edit ? edit.set : 'character' in edit ? `character.${edit.character.path}` : 'person';

const AS_SOMETHING =
  /(?<!n't )(?<!not )(?:look like|turn (?:me|it|this|him|her|them) into|in the style of|as if by|(?<!i (?:really |do )?)like)\s+(?:an? |the )?([\p{L}][\p{L}\s'-]{1,30}?)(?=[.,;!?]|$| (?:with|and|in|on|please|but|for)(?![\p{L}]))/u;
/** What comes behind "like" and is no kind of picture. */
const NOTHING_SPECIAL =
  /^(?:to |this|that|it|me|before|myself|him|her|them|the (?:one|last|photo|picture)|a (?:photo|picture))/;

/** A figure or a hand that nothing is known of: "make me look like a Jedi". */
function unknownFigure({ text, person }: Said): Said['unknownStyles'][number] | undefined {
  if (person.understood.length > 0) return undefined;
  const [, words] = AS_SOMETHING.exec(text) ?? [];
  return words === undefined || NOTHING_SPECIAL.test(words) ? undefined : { words, nearest: [] };
}

/** Something was understood well enough to act on. */
const isSaid = ({ mentions, styles }: Said): boolean =>
  styles.length > 0 || mentions.some(({ value, isDenied }) => !SAYS_NOTHING.has(value.of) && !isDenied);
const SAYS_NOTHING: ReadonlySet<string> = new Set(['style', 'granted', 'never', 'other-platform']);

/** The platforms that are wished for, each once. */
const platformsOf = ({ mentions }: Pick<Said, 'mentions'>): readonly string[] => [
  ...new Set(
    mentionsOf(mentions, 'platform')
      .filter(({ isDenied }) => !isDenied)
      .map(({ value }) => value.value),
  ),
];

function eitherOptions({ mentions }: Said): readonly Option[] {
  const grounds = mentionsOf(mentions, 'background').flatMap(({ value }) => value.value.background ?? []);
  if (grounds.length > 1)
    return [...new Set(grounds)].map((token) =>
      token.startsWith('#')
        ? { label: capital(colourName(token)), edits: [{ set: 'background', to: token } as const] }
        : backgroundOption(token),
    );
  const lights = mentionsOf(mentions, 'light').flatMap(({ value }) => value.value ?? []);
  if (lights.length > 1)
    return lights.map((light) => ({
      label: `${capital(light)} light`,
      edits: [{ set: 'light', to: light }],
    }));
  return platformsOf({ mentions }).map((token) => ({
    label: platformByToken(token).label,
    edits: [{ set: 'platform', to: token }],
  }));
}

const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);
