import { AGES, editsFrom, fillCharacter, type CharacterEdit } from '@avatar/character';
import { hairOfLength, stepped } from '../comparative/ladders.js';
import { MOODS, moodAfter } from '../lexicon/moods.js';
import type { Edit } from '../recipe/edits.js';
import type { ConversationState, Snapshot } from '../recipe/state.js';

const ASIDE =
  "(?:(?:no|nah|hm+|mh+|ok|okay|well|actually|but|and|still|that's|that is|it's|its|please|now|make it|a (?:tiny |little )?(?:bit|little)|bit|much|way|even|slightly|just|a lot|hmm|far)[\\s,]+)*";
const END = '(?:[\\s,]+(?:please|now|thanks|again|then|of that|of it|like that|than that|enough))*[\\s.!]*';
const MORE = new RegExp(`^${ASIDE}(?:more|further|not (?:strong |far |much )?enough|more so)${END}$`, 'u');
const LESS = new RegExp(
  `^${ASIDE}(?:less|too much|not (?:so|that|as) (?:much|strong|far)|too (?:strong|far))${END}$`,
  'u',
);
const A_BIT = /(?<![\p{L}])(?:bit|little|slightly)(?![\p{L}])/u;
const ON = 0.75;
const BACK = 0.5;

const SHARE = new RegExp(`^${ASIDE}(?:to |at |try |maybe )*(?<share>\\d{1,3}) ?(?:%|per ?cent)?${END}$`, 'u');

/** "Ok, 80" behind a strength that was a number. */
function shareEdits(words: string, now: Snapshot, before: Snapshot): readonly Edit[] | undefined {
  const share = SHARE.exec(words)?.groups?.share;
  if (share === undefined || now.recipe.intensity === before.recipe.intensity) return undefined;
  const to = Number(share) / 100;
  return to >= 0.1 && to <= 1 ? [{ set: 'intensity', to }] : undefined;
}

/** "More", "less": the last change once more, or half of it back; undefined where a message is neither. */
export function degreeEdits(text: string, { now, past }: ConversationState): readonly Edit[] | undefined {
  const words = text.trim();
  const before = past.at(-1);
  if (before === undefined || now.recipe.subject !== before.recipe.subject) return undefined;
  const share = shareEdits(words, now, before);
  if (share !== undefined) return share;
  const isMore = MORE.test(words);
  if (!isMore && !LESS.test(words)) return undefined;
  const part = (isMore ? ON : -BACK) * (A_BIT.test(words) ? 0.5 : 1);
  return [...recipeEdits(before, now, isMore, part), ...personEdits(before, now, isMore, part)];
}

function recipeEdits(
  { recipe: before }: Snapshot,
  { recipe: now }: Snapshot,
  isMore: boolean,
  share: number,
): Edit[] {
  const edits: Edit[] = [];
  if (now.intensity !== before.intensity && now.intensity !== undefined)
    edits.push({ set: 'intensity', to: on(before.intensity ?? 1, now.intensity, share, [0.1, 1]) });
  if (now.light !== undefined && now.light !== before.light && !isMore)
    edits.push({ set: 'light', to: null });
  const [was, is] = [before.background, now.background];
  if (was?.startsWith('#') && is?.startsWith('#') && was !== is) {
    const hex = shadeOn(was, is, share);
    if (hex !== undefined) edits.push({ set: 'background', to: hex });
  }
  const [from, to] = [before.pose?.yaw ?? 0, now.pose?.yaw ?? 0];
  if (from !== to) edits.push({ set: 'pose.yaw', to: Math.round(on(from, to, share, [-45, 45])) });
  return edits;
}

function personEdits(before: Snapshot, now: Snapshot, isMore: boolean, share: number): Edit[] {
  if (now.recipe.subject !== 'character') return [];
  const [was, is] = [fillCharacter(before.character ?? {}), fillCharacter(now.character ?? {})];
  const edits: Edit[] = [];
  const [mood, felt] = [before.recipe.expression ?? was.expression, now.recipe.expression ?? is.expression];
  if (mood !== felt && MOODS.includes(felt)) {
    const isGladder = MOODS.indexOf(felt) > MOODS.indexOf(mood);
    edits.push({ set: 'expression', to: moodAfter(felt, { by: isGladder === isMore ? 1 : -1 }) });
  }
  const ages = AGES.map(({ value }) => value);
  if (was.age !== is.age)
    edits.push(
      character({
        op: 'set',
        path: 'age',
        value: stepped(
          ages,
          is.age,
          (ages.indexOf(is.age) > ages.indexOf(was.age) ? 1 : -1) * (isMore ? 1 : -1),
        ),
      }),
    );
  if (was.hair.style !== is.hair.style)
    for (const sign of [1, -1])
      if ([0.5, 1, 2].some((steps) => hairOfLength(was, sign * steps) === is.hair.style))
        edits.push(
          character({ op: 'set', path: 'hair.style', value: hairOfLength(is, (isMore ? 0.5 : -0.5) * sign) }),
        );
  return [...edits, ...numbers(before, now, share)];
}

/** Numbers and shades of the person that were given both times, or once. */
function numbers(before: Snapshot, now: Snapshot, share: number): Edit[] {
  const filled = new Map(editsFrom(fillCharacter(before.character ?? {})).map((edit) => [edit.path, edit]));
  return editsFrom(now.character ?? {}).flatMap((edit) => {
    const was = filled.get(edit.path);
    if (edit.op !== 'set' || was?.op !== 'set' || was.value === edit.value) return [];
    if (typeof edit.value === 'number' && typeof was.value === 'number' && edit.path !== 'seed')
      return [character({ ...edit, value: on(was.value, edit.value, share, [0, 1]) } as CharacterEdit)];
    if (!edit.path.endsWith('hex') || typeof was.value !== 'string' || typeof edit.value !== 'string')
      return [];
    const hex = shadeOn(was.value, edit.value, share);
    return hex === undefined ? [] : [character({ ...edit, value: hex } as CharacterEdit)];
  });
}

const character = (edit: CharacterEdit): Edit => ({ character: edit });

function on(from: number, to: number, share: number, [least, most]: readonly [number, number]): number {
  const value = to + (to - from) * share;
  return Math.round(Math.max(least, Math.min(most, value)) * 100) / 100;
}

/** Lighter or darker still; undefined for another colour, of which there is no more. */
function shadeOn(from: string, to: string, share: number): string | undefined {
  const channels = [1, 3, 5].map((at) => [from, to].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)));
  const signs = new Set(channels.map(([one, other]) => Math.sign(other - one)).filter((sign) => sign !== 0));
  if (signs.size !== 1) return undefined;
  const values = channels.map(([one, other]) => Math.round(on(one, other, share, [0, 255])));
  return `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
