import { judgeBrief } from './policy.js';
import { MAX_BRIEF_LENGTH, namesKnownPerson } from '@avatar/character-brief';
import { AvatarError } from '@avatar/stage';
import { photoChoice } from './several-photos.js';
import { chosenPicture } from './chosen-picture.js';
import { asBefore, keptAsBefore } from './ellipsis/as-before.js';
import { completed } from './ellipsis/completed.js';
import { namedEarlier, stepsBackTo } from './ellipsis/earlier-picture.js';
import { colourQuestion } from './ellipsis/colour-question.js';
import { degreeEdits } from './ellipsis/degree.js';
import { generalQuestion, styleEdits } from './offers.js';
import { answerTo } from './pending-answer.js';
import type { Reading } from './reading.js';
import { applyEdits, isSame, type ConversationState, type Option, type Pending } from './recipe/state.js';
import { readForCharacter } from './resolve/for-character.js';
import { readForPhoto } from './resolve/for-photo.js';
import { readForNewPhoto } from './resolve/new-order.js';
import { mentionsOf } from './mentions.js';
import { nothingDone } from './resolve/nothing-done.js';
import { notUnderstood } from './resolve/not-understood.js';
import { pictureEdits } from './resolve/picture-edits.js';
import { isNewPerson, said, type Said } from './said.js';
import { wayThroughPictures } from './way-through-pictures.js';
import { smallTalk } from './small-talk.js';
import { inLexiconWords } from './words/everyday-words.js';
import { plainText } from './words/plain-text.js';
import { spelled } from './words/spelling.js';

/** What comes with a message, and what is there. */
export interface MessageContext {
  /** Photos that came with it. Default 0. */
  readonly photos?: number;
  /** A photo of the conversation can still be used. Default: whether the recipe is of one. */
  readonly hasPhoto?: boolean;
  /** Pictures that the last message was answered with, to choose from. Default 1. */
  readonly pictures?: number;
}

/** The longest message, in characters. */
export const MAX_MESSAGE_LENGTH = MAX_BRIEF_LENGTH;

/**
 * Understands a message: by rules, offline, in time linear in its length. What it does not understand it asks back,
 * and it never acts on a guess.
 *
 * @throws AvatarError `invalid-options`, with the reason `too-long`, for a message of more than `MAX_MESSAGE_LENGTH`
 */
export function readMessage(
  message: string,
  state: ConversationState,
  context: MessageContext = {},
): Reading {
  if (message.length > MAX_MESSAGE_LENGTH)
    throw new AvatarError(
      'invalid-options',
      `Expected a message of at most ${MAX_MESSAGE_LENGTH} characters`,
      {
        reason: 'too-long',
        publicMessage: `Please write at most ${MAX_MESSAGE_LENGTH} characters.`,
        facts: { option: 'message', length: message.length },
      },
    );
  return aside(toldOnce(read(message, state, context)), state, context);
}

function read(message: string, state: ConversationState, context: MessageContext): Reading {
  const refused = judgeBrief(message);
  if (refused) return { kind: 'refuse', category: refused.category, text: refused.publicMessage };
  if (namesKnownPerson(message)) return nobodyByName();
  const text = inLexiconWords(spelled(plainText(message)));
  const { pending } = state;
  if (pending === undefined) return changing(readInContext(text, state, context), state, context);
  const reading = answered(pending, text, state, context);
  return pending.isAside ? changing(reading, state, context) : reading;
}

function answered(
  pending: Pending,
  text: string,
  state: ConversationState,
  context: MessageContext,
): Reading {
  const answer = answerTo(pending, text);
  if (answer.kind === 'chosen') return chosen(answer.option, answer.rest, state, context);
  if (answer.kind === 'unclear') return { kind: 'ask', pending, unmet: [] };
  if (answer.kind === 'declined') return { kind: 'say', text: 'All right, it stays as it is.', unmet: [] };
  return readInContext(text, state, context);
}

/** A question that keeps nothing for the next picture, so that it is known what the last one shows. */
function aside(reading: Reading, { now, pending }: ConversationState, context: MessageContext): Reading {
  if (reading.kind !== 'ask' || (reading.remember ?? []).length > 0 || (context.photos ?? 0) > 0)
    return reading;
  if (now.recipe.subject === undefined || (pending !== undefined && !pending.isAside)) return reading;
  return { ...reading, pending: { ...reading.pending, isAside: true } };
}

/** What two lexicons know is told once. */
function toldOnce(reading: Reading): Reading {
  if (!('unmet' in reading)) return reading;
  const unmet = reading.unmet.filter(
    ({ words }, at) => reading.unmet.findIndex((other) => other.words === words) === at,
  );
  return { ...reading, unmet };
}

const BY_NAME = 'I draw nobody who is known by their name. Tell me of hair, clothes and face instead.';
const nobodyByName = (): Reading => ({
  kind: 'say',
  text: BY_NAME,
  unmet: [{ words: 'by name', why: BY_NAME }],
});

/** A picture that would be the one that is there already is not made, and not paid for. */
function changing(reading: Reading, state: ConversationState, { photos = 0 }: MessageContext): Reading {
  if (photos > 0 || reading.kind !== 'change' || changesSomething(reading, state)) return reading;
  const { unmet } = reading;
  const texts = unmet.map(({ words, why }) => `“${words}”: ${why}`);
  return { kind: 'say', text: [...texts, texts.length > 0 ? REST_IS_SO : SO_ALREADY].join(' '), unmet };
}

function changesSomething(reading: Reading, { now }: ConversationState): boolean {
  if (reading.kind !== 'change') return reading.kind !== 'ask' || reading.isUnclear !== true;
  if (reading.count > 1 || reading.edits.length === 0 || now.recipe.subject === undefined) return true;
  return !isSame(applyEdits(now, reading.edits), now);
}

const SO_ALREADY = 'It is so already, or as far as it goes. Say “another one” to have it drawn again.';
const REST_IS_SO = 'The rest is so already.';

/** An answer that was offered, and what was said beyond it. */
function chosen(option: Option, rest: string, state: ConversationState, context: MessageContext): Reading {
  const { edits, count = 1, photo } = option;
  if (count === 0) return { kind: 'say', text: 'All right, it stays as it is.', unmet: [] };
  const change: Reading = { kind: 'change', edits, count, unmet: [], ...(photo !== undefined && { photo }) };
  if (rest === '') return change;
  const more = readWish(rest, { ...state, now: applyEdits(state.now, edits) }, context);
  return more.kind === 'change' ? { ...more, edits: [...edits, ...more.edits] } : change;
}

/** What a message leaves out is what was changed last. */
function readInContext(text: string, state: ConversationState, context: MessageContext): Reading {
  if ((context.photos ?? 0) > 0) return readWish(text, state, context);
  const picked = chosenPicture(text, context.pictures ?? 1);
  if (picked !== undefined) return choosing(picked, state, context);
  const named = namedEarlier(text);
  if (named !== undefined) {
    const wish = readWish(completed(named, state), state, context);
    const steps = wish.kind === 'change' ? stepsBackTo(wish.edits, state) : undefined;
    if (steps !== undefined) return { kind: 'undo', steps };
  }
  const further = degreeEdits(text, state);
  if (further !== undefined && further.length > 0)
    return { kind: 'change', edits: further, count: 1, unmet: [] };
  const earlier = asBefore(text, state);
  if (earlier !== undefined) return earlier;
  const whole = completed(text, state);
  const reading = readWish(whole, state, context);
  if (changesSomething(reading, state)) return reading;
  const asked = colourQuestion(whole, state.now.recipe.subject);
  if (asked !== undefined) return asked;
  return keptAsBefore(text, state) ?? reading;
}

function choosing(
  { at, rest }: { readonly at: number; readonly rest: string },
  state: ConversationState,
  context: MessageContext,
): Reading {
  if (rest === '') return { kind: 'choose', at, edits: [], unmet: [] };
  const more = readWish(rest, state, context);
  if (more.kind === 'change') return { kind: 'choose', at, edits: more.edits, unmet: more.unmet };
  return more.kind === 'ask'
    ? more
    : { kind: 'choose', at, edits: [], unmet: 'unmet' in more ? more.unmet : [] };
}

function readWish(text: string, state: ConversationState, context: MessageContext): Reading {
  const { photos = 0, hasPhoto = state.now.recipe.subject === 'photo' } = context;
  const { recipe, character } = state.now;
  if (photos > 1) {
    const reading = readForNewPhoto(said(text), recipe);
    const edits = reading.kind === 'change' ? reading.edits : [{ set: 'subject', to: 'photo' } as const];
    const choice = photoChoice(text, photos, edits);
    if (choice.kind === 'ask') return choice;
    return reading.kind === 'change' ? { ...reading, photo: choice.photo } : reading;
  }
  const talk = smallTalk(text);
  if (talk !== undefined) return { kind: 'say', text: talk, unmet: [] };
  if (photos === 1) return readForNewPhoto(said(text), recipe);
  const meant = said(text);
  const way = wayThroughPictures(meant, state);
  if (way !== undefined) return way;
  const isDescribed = meant.person.isPerson && isNewPerson(text);
  if (recipe.subject === 'photo' && !isDescribed) return readForPhoto(meant, recipe, false);
  if (recipe.subject === 'character' || isDescribed || describes(meant))
    return readForCharacter(meant, { recipe, character: isDescribed ? undefined : character, hasPhoto });
  return nobodyYet(meant, state);
}

/** Enough of a person is said to draw them. */
const describes = ({ person }: Said): boolean => person.isPerson || person.understood.length > 0;

/** Neither a photo nor a person: what was said of the picture is kept until there is one. */
function nobodyYet(meant: Said, { now }: ConversationState): Reading {
  const { edits, unmet: ofPicture } = pictureEdits(meant, now.recipe);
  const undrawn = meant.person.undrawn.map((words) => ({ words, why: 'I cannot draw that.' }));
  const unmet = [...ofPicture, ...undrawn];
  const missed = notUnderstood(meant);
  const [style] = meant.styles;
  const remember = [...(style === undefined ? [] : styleEdits(style, undefined)), ...edits];
  const isUnclear = remember.length === 0 && unmet.length === 0;
  const pending = generalQuestion(undefined);
  if (remember.length === 0 && mentionsOf(meant.mentions, 'never').length > 0)
    return nothingDone(meant, unmet, undefined);
  return { kind: 'ask', pending, unmet: [...unmet, ...missed], remember, ...(isUnclear && { isUnclear }) };
}
