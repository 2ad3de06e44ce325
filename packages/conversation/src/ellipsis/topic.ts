import type { CharacterSpec } from '@avatar/character';
import { EMPTY_STATE, type ConversationState, type Snapshot } from '../recipe/state.js';

/** What the last picture changed, and how one speaks of it. */
export interface Topic {
  readonly noun: string;
  /** The same in one word, as comparisons have it. */
  readonly family: string;
  /** Its colour now, if it has one of its own. */
  readonly hex?: string;
}

/** More than these were described, not changed: none of them is spoken of more than another. */
const MOST_TOPICS = 2;

const NOUNS: Readonly<Record<string, string>> = {
  hair: 'hair',
  eyes: 'eyes',
  brows: 'eyebrows',
  skin: 'skin',
  nose: 'nose',
  glasses: 'the glasses',
};

/** The things with a colour that were changed last. */
export function topicsOf({ now, past }: ConversationState): readonly Topic[] {
  const before = past.at(-1) ?? EMPTY_STATE.now;
  const topics = [...groundTopic(before, now), ...personTopics(before.character ?? {}, now.character ?? {})];
  return topics.length > MOST_TOPICS ? [] : topics;
}

function groundTopic(before: Snapshot, { recipe }: Snapshot): readonly Topic[] {
  const { background, palette } = recipe;
  if (background === before.recipe.background && palette === before.recipe.palette) return [];
  return [
    { noun: 'background', family: 'background', ...(background?.startsWith('#') && { hex: background }) },
  ];
}

function personTopics(before: CharacterSpec, now: CharacterSpec): readonly Topic[] {
  const topics: Topic[] = [];
  const isChanged = (section: keyof CharacterSpec) =>
    JSON.stringify(before[section]) !== JSON.stringify(now[section]);
  for (const [section, noun] of Object.entries(NOUNS))
    if (isChanged(section as keyof CharacterSpec))
      topics.push(topic(noun, noun.replace('the ', ''), now[section as 'hair']?.hex));
  const { clothing, headwear, facial_hair: beard } = now;
  if (isChanged('clothing')) topics.push(topic(worded(clothing?.style, 'clothes'), 'clothes', clothing?.hex));
  if (isChanged('headwear')) topics.push(topic(worded(headwear?.style, 'hat'), 'hat', headwear?.hex));
  const jewels = (now.accessories ?? []).filter(
    (one) => JEWELS.has(one) && !before.accessories?.includes(one),
  );
  for (const jewel of jewels.slice(0, 1)) topics.push(topic(worded(jewel, jewel), jewel, now.jewellery?.hex));
  if (isChanged('facial_hair')) topics.push(topic(worded(beard?.style, 'beard'), 'beard', beard?.hex));
  return topics;
}

const JEWELS: ReadonlySet<string> = new Set(['earrings', 'hoops', 'necklace', 'nose_ring']);

const topic = (noun: string, family: string, hex: string | undefined): Topic => ({
  noun,
  family,
  ...(hex !== undefined && { hex }),
});

const worded = (style: string | undefined, family: string): string =>
  style === undefined || style === 'none' ? family : style.replace('tshirt', 't-shirt').replaceAll('_', ' ');
