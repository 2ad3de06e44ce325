import { editsFrom, type CharacterSpec } from '@avatar/character';
import { BEARD_NOUNS, CLOTHES_NOUNS, GROUND_NOUNS, HAIR_NOUNS } from '../comparative/vocabulary.js';
import type { Reading } from '../reading.js';
import type { Edit, RecipePath } from '../recipe/edits.js';
import type { ConversationState, Snapshot } from '../recipe/state.js';
import { isAllChatter } from '../words/idle-words.js';

/** What can be had as it was. */
type Part = { readonly recipe: readonly RecipePath[] } | { readonly section: keyof CharacterSpec };
const OF_PICTURE: readonly (readonly [nouns: string, part: Part])[] = [
  [GROUND_NOUNS, { recipe: ['background', 'palette'] }],
  ['light|lighting', { recipe: ['light'] }],
  ['smile|expression', { recipe: ['expression'] }],
  ['pose', { recipe: ['pose.yaw', 'pose.gesture', 'pose.framing'] }],
  ['style|look', { recipe: ['style', 'look'] }],
];
const OF_PERSON: readonly (readonly [nouns: string, part: Part])[] = [
  [`${HAIR_NOUNS}|hair colou?r`, { section: 'hair' }],
  [BEARD_NOUNS, { section: 'facial_hair' }],
  ['glasses|sunglasses', { section: 'glasses' }],
  ['hat|cap|beanie|hijab|turban|crown', { section: 'headwear' }],
  [CLOTHES_NOUNS, { section: 'clothing' }],
  ['eyes', { section: 'eyes' }],
];
const PARTS = [...OF_PICTURE, ...OF_PERSON];
const nounsOf = (parts: typeof OF_PICTURE) => parts.map(([nouns]) => nouns).join('|');
const THE = '(?:the |my |his |her |their |that )';
const EARLIER = '(?:old|previous|earlier|former|first|last)';
/** Of a person's own hair; a picture's own background is that of the photo, and its normal light none. */
const OWN = '(?:original|own|normal|usual|real)';
const THING = `(?:${EARLIER} )?(?:${nounsOf(PARTS)})`;
const NAMED = `${THE}(?:${EARLIER} (?:${nounsOf(PARTS)})|${OWN} (?:${nounsOf(OF_PERSON)}))`;
const AS_IT_WAS =
  '(?:back|like (?:it was |they were |in the )?(?:before|earlier|at first)|(?:as|how|the way) (?:it|they|that) (?:was|were|looked|had been)(?: before| earlier| at first| originally)?|from before|(?:was|were|looked) (?:better|nicer) before)';
const FORMS = [
  `${NAMED}(?: back| again)*`,
  `${THE}${THING} ${AS_IT_WAS}`,
  `(?:back to|return to|restore|bring back|put back|give (?:me|him|her) back|get back) ${THE}${THING}`,
].map((source) => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'u'));
const KEPT = new RegExp(`(?<![\\p{L}])keep ${THE}(?:${OWN} )?${THING}(?![\\p{L}])`, 'u');
const LAST_NOUN = new RegExp(`(?<![\\p{L}])(?:${nounsOf(PARTS)})(?![\\p{L}])`, 'gu');

/**
 * One thing as it was in an earlier picture: "the old background back".
 * @returns undefined where a message asks for no such thing or for more, or where no picture had it otherwise
 */
export function asBefore(text: string, state: ConversationState): Reading | undefined {
  const match = FORMS.map((form) => form.exec(text)).find((found) => found !== null);
  if (!match) return undefined;
  const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length);
  return isAllChatter(rest) ? restored(match[0], state) : undefined;
}

/** "Keep my hair", once it was changed: a wish only where the message has no other. */
export const keptAsBefore = (text: string, state: ConversationState): Reading | undefined => {
  const [kept] = KEPT.exec(text) ?? [];
  return kept === undefined ? undefined : restored(kept, state);
};

function restored(words: string, { now, past }: ConversationState): Reading | undefined {
  const thing = [...words.matchAll(LAST_NOUN)].at(-1)?.[0] ?? '';
  const [, part] = PARTS.find(([nouns]) => new RegExp(`^(?:${nouns})$`, 'u').test(thing)) ?? [];
  if (part === undefined) return undefined;
  const before = past.findLast(
    (one) => one.recipe.subject === now.recipe.subject && !isAlike(one, now, part),
  );
  if (before) return { kind: 'change', edits: editsTo(before, now, part), count: 1, unmet: [] };
  const isOfPhoto =
    now.recipe.subject === 'character' && past.some(({ recipe }) => recipe.subject === 'photo');
  if (!isOfPhoto || !('section' in part)) return undefined;
  return { kind: 'say', text: `“${words}”: ${OF_PHOTO}`, unmet: [{ words, why: OF_PHOTO }] };
}

const OF_PHOTO = 'A drawing does not remember the photo: say what it shall be, or “back to my photo”.';

const isAlike = (one: Snapshot, other: Snapshot, part: Part): boolean =>
  JSON.stringify(valuesOf(one, part)) === JSON.stringify(valuesOf(other, part));

function valuesOf({ recipe, character }: Snapshot, part: Part): unknown {
  if ('section' in part) return character?.[part.section];
  return part.recipe.map((path) => valueAt(recipe, path));
}

function valueAt(recipe: Snapshot['recipe'], path: RecipePath): string | number | null {
  const [key, inner] = path.split('.');
  const value = recipe[key as 'style' | 'pose'] as string | Readonly<Record<string, number>> | undefined;
  if (inner === undefined || typeof value !== 'object') return (value as string | undefined) ?? null;
  return value[inner] ?? null;
}

function editsTo(before: Snapshot, now: Snapshot, part: Part): readonly Edit[] {
  if ('recipe' in part)
    return part.recipe
      .filter((path) => valueAt(before.recipe, path) !== valueAt(now.recipe, path))
      .map((path) => ({ set: path, to: valueAt(before.recipe, path) }));
  const { section } = part;
  const paths = new Set(editsFrom(pick(before, section)).map(({ path }) => path));
  const added = editsFrom(pick(now, section)).filter(({ path }) => !paths.has(path));
  return [
    ...added.map(({ path }): Edit => ({ character: { op: 'unset', path } })),
    ...editsFrom(pick(before, section)).map((character) => ({ character })),
  ];
}

const pick = ({ character = {} }: Snapshot, section: keyof CharacterSpec): CharacterSpec => ({
  ...(character[section] !== undefined && { [section]: character[section] }),
});
