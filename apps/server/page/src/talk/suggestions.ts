import type { Recipe } from './recipe.js';

/** What is known of a conversation when something is to be suggested. */
export interface Situation {
  readonly recipe: Recipe;
  /** A photo is attached to the message that is being written. */
  readonly hasPhoto: boolean;
  /** A person is attached to it. */
  readonly hasPerson: boolean;
  /** The last picture is one that a person should look at first. */
  readonly isDoubtful: boolean;
}

interface Idea {
  readonly words: string;
  /** Whether it would change anything. */
  readonly isNew?: (recipe: Recipe) => boolean;
}

const MOST = 4;

const DESCRIPTIONS: readonly Idea[] = [
  { words: 'A woman with a silver bob and round glasses' },
  { words: 'A man with short locs and a mustard turtleneck' },
  { words: 'An old wizard with a long white beard and a blue hat' },
];
const ORDERS: readonly Idea[] = [
  { words: 'A headshot for LinkedIn' },
  { words: 'An oil painting' },
  { words: 'As an anime character' },
  { words: 'A cartoon for Discord' },
];
const isNot =
  (key: string, value: string) =>
  (recipe: Recipe): boolean =>
    recipe[key] !== value;
const isUnset =
  (key: string) =>
  (recipe: Recipe): boolean =>
    recipe[key] === undefined;
const of = ({ pose }: Recipe): Recipe => (typeof pose === 'object' && pose !== null ? (pose as Recipe) : {});

const FOR_PHOTOS: readonly Idea[] = [
  { words: 'Warmer light', isNew: isNot('light', 'warm') },
  { words: 'For LinkedIn', isNew: isNot('platform', 'linkedin') },
  { words: 'A friendly smile', isNew: isUnset('expression') },
  { words: 'As an anime character', isNew: isNot('style', 'anime_character') },
  { words: 'A dark blue background', isNew: isUnset('background') },
  { words: 'Four variations' },
  { words: 'Draw me as a character' },
  { words: 'Less strong', isNew: isUnset('intensity') },
];
const FOR_PEOPLE: readonly Idea[] = [
  { words: 'Waving', isNew: (recipe) => of(recipe).gesture !== 'wave' },
  { words: 'Laughing', isNew: isNot('expression', 'laugh') },
  { words: 'A beach in the background', isNew: isUnset('background') },
  { words: 'Warmer light', isNew: isNot('light', 'warm') },
  { words: 'In anime style', isNew: isNot('look', 'anime') },
  { words: 'Looking to the left', isNew: (recipe) => of(recipe).yaw === undefined },
  { words: 'Four variations' },
];

/** Messages that make sense now, the likeliest first. */
export function suggestionsFor({ recipe, hasPhoto, hasPerson, isDoubtful }: Situation): readonly string[] {
  if (hasPhoto) return ORDERS.map(({ words }) => words);
  if (recipe.subject === undefined && !hasPerson) return DESCRIPTIONS.map(({ words }) => words);
  const ideas = hasPerson || recipe.subject === 'character' ? FOR_PEOPLE : FOR_PHOTOS;
  const first = isDoubtful && ideas === FOR_PHOTOS ? ['Less strong'] : [];
  const rest = ideas.filter(({ isNew }) => isNew?.(recipe) ?? true).map(({ words }) => words);
  return [...new Set([...first, ...rest])].slice(0, MOST);
}
