import { labelIn, type Catalogue } from '../catalogue.js';

/** What the next picture of a conversation is made of, as the server tells it. */
export type Recipe = Readonly<Record<string, unknown>>;

export interface RecipeRow {
  readonly name: string;
  readonly value: string;
  /** Where the value is a colour: `#rrggbb`. */
  readonly colour?: string;
  /** Whether the last message changed it. */
  readonly isChanged: boolean;
}

interface Field {
  readonly name: string;
  /** In words; undefined where the recipe says nothing. */
  readonly wordsOf: (recipe: Recipe, catalogue: Catalogue) => string | undefined;
}

const LOOKS: Readonly<Record<string, string>> = { toon3d: 'Modelled', anime: 'Inked', flat: 'Flat' };
const COLOUR = /^#[0-9a-f]{6}$/i;
const TURNED_FROM_DEG = 8;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const worded = (value: unknown): string | undefined => {
  const words = text(value)?.replaceAll('_', ' ');
  return words && words[0].toUpperCase() + words.slice(1);
};
const labelled = (list: keyof Catalogue, key: string): Field['wordsOf'] => {
  return (recipe, catalogue) => {
    const token = text(recipe[key]);
    return token === undefined ? undefined : labelIn(catalogue[list], token);
  };
};
const poseOf = ({ pose }: Recipe): Recipe =>
  typeof pose === 'object' && pose !== null ? (pose as Recipe) : {};

function turnWords(recipe: Recipe): string | undefined {
  const yaw = number(poseOf(recipe).yaw);
  if (yaw === undefined) return undefined;
  if (Math.abs(yaw) < TURNED_FROM_DEG) return 'Straight on';
  return `${Math.round(Math.abs(yaw))}° to the ${yaw > 0 ? 'right' : 'left'}`;
}

const isDrawn = ({ subject }: Recipe): boolean => subject === 'character';
const styleOf = labelled('styles', 'style');

const FIELDS: readonly Field[] = [
  {
    name: 'Shows',
    wordsOf: ({ subject }) =>
      subject === 'photo' ? 'Your photo' : subject === 'character' ? 'A drawn person' : undefined,
  },
  // The style of a photo is kept for when it is spoken of again; a drawn person has a look.
  { name: 'Style', wordsOf: (recipe, lists) => (isDrawn(recipe) ? undefined : styleOf(recipe, lists)) },
  { name: 'Look', wordsOf: (recipe) => (isDrawn(recipe) ? LOOKS[text(recipe.look) ?? 'toon3d'] : undefined) },
  { name: 'Background', wordsOf: labelled('backgrounds', 'background') },
  { name: 'Its colours', wordsOf: labelled('palettes', 'palette') },
  { name: 'Light', wordsOf: ({ light }) => worded(light) },
  { name: 'Expression', wordsOf: ({ expression }) => worded(expression) },
  { name: 'Turned', wordsOf: turnWords },
  { name: 'Gesture', wordsOf: (recipe) => worded(poseOf(recipe).gesture) },
  { name: 'Framing', wordsOf: (recipe) => worded(poseOf(recipe).framing) },
  { name: 'Made for', wordsOf: labelled('platforms', 'platform') },
  {
    name: 'Strength',
    wordsOf: ({ intensity }) => {
      const share = number(intensity);
      return share === undefined ? undefined : `${Math.round(share * 100)} %`;
    },
  },
  { name: 'Quality', wordsOf: ({ mode }) => (mode === 'eco' ? 'Quick and plain' : undefined) },
];

/** What is set, in words, and what was given back to the style by the last message. */
export function recipeRows(recipe: Recipe, before: Recipe | undefined, catalogue: Catalogue): RecipeRow[] {
  return FIELDS.flatMap(({ name, wordsOf }) => {
    const now = wordsOf(recipe, catalogue);
    const was = before && wordsOf(before, catalogue);
    if (now === undefined && was === undefined) return [];
    const isChanged = before !== undefined && now !== was;
    const colour = now !== undefined && COLOUR.test(now) ? { colour: now } : {};
    return [{ name, value: now ?? 'As the style has it', isChanged, ...colour }];
  });
}
