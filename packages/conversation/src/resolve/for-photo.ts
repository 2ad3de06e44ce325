import type { Reading, Unmet } from '../reading.js';
import type { Edit } from '../recipe/edits.js';
import { followedByPhoto } from '../recipe/photo-face.js';
import type { Recipe, Look } from '../recipe/recipe.js';
import type { Pending } from '../recipe/state.js';
import { AS_CHARACTER, SKIN_WISH } from '../lexicon/requests.js';
import { styleEdits, styleQuestion } from '../offers.js';
import { personEdits } from '../person-words.js';
import { isOrder, type Said } from '../said.js';
import { isOfBackground } from '../comparative/comparisons.js';
import { comparedWith } from '../comparative/comparison-edits.js';
import { says } from '../words/phrase.js';
import { overlaps, type Span } from '../words/plain-text.js';
import { mentionsOf } from '../mentions.js';
import { beside, chosenStyle, openQuestion } from './choices.js';
import { countQuestion } from './count.js';
import { nothingDone } from './nothing-done.js';
import { notUnderstood } from './not-understood.js';
import { wishedTie } from './tie.js';
import { untold } from './untold.js';
import { pictureEdits, strengthEdits } from './picture-edits.js';
import { MEASURED_FRAMING, stanceEdits, turnedTooFar, withRoomForHands } from './poses.js';

const KEEPS_LOOKS =
  'A photo keeps its own hair, clothes and pose. I can draw you as a character with that, if you like.';
/** Words for a smile itself, and not for a mood. */
const SMILE = "smil\\w*|grin\\w*|happier|don't smile";

/** A message about the person of a photo. */
export function readForPhoto(said: Said, recipe: Recipe, isNewPhoto: boolean): Reading {
  if (says(said.text, SKIN_WISH))
    return { kind: 'say', text: NO_SKIN, unmet: [{ words: 'skin', why: NO_SKIN }] };
  const open = openQuestion(said, 'photo');

  const style = chosenStyle(said);
  const { edits: picture, unmet } = pictureEdits(said, recipe);
  const keepsGround = isNewPhoto && says(said.text, '(?:keep|leave) (?:my|the) background');
  const stance = stanceEdits(said, recipe);
  const edits: readonly Edit[] = [
    ...(keepsGround ? [{ set: 'background', to: 'original_blur' } as const] : []),
    ...(style ? styleEdits(style, 'photo') : []),
    ...picture,
    ...strengthEdits(said, recipe),
    ...stance.flatMap((edit) => (isMeant(edit, said) ? (followedByPhoto(edit, recipe) ?? []) : [])),
  ];
  const beyond = turnedTooFar(said);
  const compared = said.comparisons.filter((one) => !isOfBackground(one));
  const tie = wishedTie(said);
  const isTieAlone = tie !== undefined && said.person.spec.clothing?.style === undefined;
  const asCharacter: readonly Edit[] = [
    { set: 'subject', to: 'character' },
    { set: 'look', to: lookFor(style?.look, recipe.style) },
    ...picture,
    ...personEdits(comparedWith(compared)),
    ...personEdits(said.person.spec),
    ...(isTieAlone ? [SUIT] : []),
    ...withRoomForHands(stance, recipe.pose?.framing ?? MEASURED_FRAMING),
    ...(beyond === undefined ? [] : [{ set: 'pose.yaw', to: 45 } as const]),
  ];
  if (says(said.text, AS_CHARACTER))
    return change([...(isNewPhoto ? [PHOTO] : []), ...asCharacter], said, [
      ...unmet,
      ...undrawn(said),
      ...notUnderstood(said),
    ]);

  const wishes = [
    ...wishesBeyondPhoto(said, style !== undefined),
    ...compared.map(({ start, end }) => said.text.slice(start, end)),
    ...(isTieAlone && said.person.spec.clothing === undefined ? [tie] : []),
    ...(beyond === undefined ? [] : [beyond]),
  ];
  if (open !== undefined)
    return {
      kind: 'ask',
      pending: open,
      unmet: [...unmet, ...wishes.map((words) => ({ words, why: KEEPS_LOOKS })), ...notUnderstood(said)],
      remember: beside(open, edits),
    };
  const isFramed = mentionsOf(said.mentions, 'pose').some(
    ({ value }) => 'closer' in value.value || 'framing' in value.value,
  );
  const isPosed = beyond !== undefined || isFramed || stance.some((edit) => needsCharacter(edit, recipe));
  const isOnlyForCharacter =
    edits.length === 0 && !(isNewPhoto && isOrder(said.text)) && (wishes.length > 0 || stance.length > 0);
  if (isPosed || isOnlyForCharacter)
    return {
      kind: 'ask',
      pending: offer(asCharacter, edits, isNewPhoto),
      unmet: [...unmet, ...untold(said, true), ...undrawn(said), ...notUnderstood(said)],
    };

  const notDone = [
    ...unmet,
    ...untold(said, true),
    ...wishes.map((words) => ({ words, why: KEEPS_LOOKS })),
    ...undrawn(said),
    ...ofStance(stance, said, recipe),
  ];
  const asked = countQuestion(said, edits);
  if (asked) return asked;
  if (edits.length > 0 || said.count > 1 || said.isAgain || (isNewPhoto && isOrder(said.text)))
    return change([...(isNewPhoto ? [PHOTO] : []), ...edits], said, [...notDone, ...notUnderstood(said)]);
  return nothingToDo(said, notDone);
}

const SUIT: Edit = { character: { op: 'set', path: 'clothing.style', value: 'suit' } };
export const PHOTO: Edit = { set: 'subject', to: 'photo' };
const NO_SKIN = 'I keep the tone of your skin as it is in the photo. I can change the light around you.';

function change(edits: readonly Edit[], said: Said, unmet: readonly Unmet[]): Reading {
  return { kind: 'change', edits, count: said.count, unmet };
}

/** What nothing was understood of, or nothing can be done about. */
function nothingToDo(said: Said, unmet: readonly Unmet[]): Reading {
  if (unmet.length > 0 || said.deniedStyles.length === 0) return nothingDone(said, unmet, 'photo');
  const denied = said.deniedStyles.map(({ name }) => name);
  return { kind: 'ask', pending: styleQuestion('What shall it be instead?', 'photo', denied), unmet };
}

/** Hair, clothes and other things that a photo has already, as they were asked for. */
function wishesBeyondPhoto({ text, person, mentions }: Said, isDressed: boolean): readonly string[] {
  const ofStyle = mentions.filter(({ value }) => value.of === 'style');
  const sections = new Map<string, Span>();
  for (const { path, start, end } of person.understood) {
    // Whoever says how old they are wishes for no other age.
    if (path === 'age' && start >= text.length) continue;
    if (isDressed && ofStyle.some((one) => overlaps(one, { start, end }))) continue;
    const [section] = path.split('.');
    const { start: first, end: last } = sections.get(section) ?? { start, end };
    sections.set(section, { start: Math.min(first, start), end: Math.max(last, end) });
  }
  return [...sections].map(([section, { start, end }]) => named(section, text.slice(start, end)));
}

const NOUNS: Readonly<Record<string, string>> = {
  facial_hair: 'beard',
  hair: 'hair',
  skin: 'skin',
  eyes: 'eyes',
  brows: 'brows',
  clothing: 'clothes',
  headwear: 'headwear',
};

/** With the noun that the words belong to. */
function named(section: string, words: string): string {
  const noun = NOUNS[section] ?? section;
  return words.includes(noun) || !(section in NOUNS) ? words : `${words} (${noun})`;
}

const undrawn = ({ person }: Said): readonly Unmet[] => [
  ...person.undrawn.map((words) => ({ words, why: 'I cannot draw that.' })),
  ...person.minors.map((words) => ({ words, why: 'I draw adults only.' })),
];

function needsCharacter(edit: Edit, recipe: Recipe): boolean {
  if (!('set' in edit)) return false;
  if (edit.set === 'pose.gesture') return edit.to !== 'none';
  return edit.set === 'pose.yaw' && edit.to !== 0 && followedByPhoto(edit, recipe) === undefined;
}

/** A smile is drawn on a photo only where it is asked for by its name: "confident" may be said of the style. */
const isMeant = (edit: Edit, { text }: Said): boolean =>
  !('set' in edit) || edit.set !== 'expression' || edit.to === 'neutral' || says(text, SMILE);

/** Expressions that the photo keeps its own before, and no more of a smile than it can show. */
function ofStance(stance: readonly Edit[], said: Said, recipe: Recipe): readonly Unmet[] {
  return stance.flatMap((edit): readonly Unmet[] => {
    if (!('set' in edit) || edit.set !== 'expression' || edit.to === 'neutral') return [];
    const words = said.person.mood ?? String(edit.to).replaceAll('_', ' ');
    if (!isMeant(edit, said) || followedByPhoto(edit, recipe) === undefined)
      return [{ words, why: 'In a photo I can do a slight smile, and no other expression.' }];
    const big = BIG.exec(said.text);
    return big ? [{ words: big[0], why: 'In a photo I can do a slight smile, and no more of it.' }] : [];
  });
}
const BIG =
  /\b(?:big(?:ger)?|broad(?:er)?|wide(?:r)?|huge|bright|toothy|cheesy) (?:smile|grin)|\bgrin(?:ning)?\b/u;

/** The look of a character that comes nearest to the style of the photo. */
export function lookFor(look: Look | undefined, style: string | undefined): Look {
  if (look !== undefined) return look;
  if (style === 'anime_character') return 'anime';
  return style === 'cartoon' ? 'flat' : 'toon3d';
}

export function offer(asCharacter: readonly Edit[], edits: readonly Edit[], isNewPhoto: boolean): Pending {
  const kept: readonly Edit[] = [...(isNewPhoto ? [PHOTO] : []), ...edits];
  return {
    question:
      'In a photo I cannot do that: it keeps its own pose, hair and clothes. Shall I draw you as a character, who can?',
    options: [
      { label: 'Yes, draw me as a character', edits: [...(isNewPhoto ? [PHOTO] : []), ...asCharacter] },
      { label: 'No, keep the photo', edits: kept, count: edits.length > 0 ? 1 : 0 },
    ],
  };
}
