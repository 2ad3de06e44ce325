import { judgeBrief } from './policy.js';
import { MAX_BRIEF_LENGTH } from '@avatar/character-brief';
import { AvatarError } from '@avatar/stage';
import { photoChoice } from './several-photos.js';
import { RESET, UNDO } from './lexicon/requests.js';
import { generalQuestion, styleEdits } from './offers.js';
import { answerTo } from './pending-answer.js';
import type { Reading } from './reading.js';
import { applyEdits, type ConversationState, type Option } from './recipe/state.js';
import { readForCharacter } from './resolve/for-character.js';
import { readForPhoto } from './resolve/for-photo.js';
import { readForNewPhoto } from './resolve/new-order.js';
import { pictureEdits } from './resolve/picture-edits.js';
import { isNewPerson, said, type Said } from './said.js';
import { smallTalk } from './small-talk.js';
import { inLexiconWords } from './words/everyday-words.js';
import { says } from './words/phrase.js';
import { plainText } from './words/plain-text.js';
import { spelled } from './words/spelling.js';

/** What comes with a message, and what is there. */
export interface MessageContext {
  /** Photos that came with it. Default 0. */
  readonly photos?: number;
  /** A photo of the conversation can still be used. Default: whether the recipe is of one. */
  readonly hasPhoto?: boolean;
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
  const refused = judgeBrief(message);
  if (refused) return { kind: 'refuse', category: refused.category, text: refused.publicMessage };
  const text = inLexiconWords(spelled(plainText(message)));
  const { pending } = state;
  if (pending === undefined) return readWish(text, state, context);
  const answer = answerTo(pending, text);
  if (answer.kind === 'chosen') return chosen(answer.option, answer.rest, state, context);
  if (answer.kind === 'unclear') return { kind: 'ask', pending, unmet: [] };
  if (answer.kind === 'declined') return { kind: 'say', text: 'All right, it stays as it is.', unmet: [] };
  return readWish(text, state, context);
}

/** An answer that was offered, and what was said beyond it. */
function chosen(option: Option, rest: string, state: ConversationState, context: MessageContext): Reading {
  const { edits, count = 1, photo } = option;
  if (count === 0) return { kind: 'say', text: 'All right, it stays as it is.', unmet: [] };
  const change: Reading = { kind: 'change', edits, count, unmet: [], ...(photo !== undefined && { photo }) };
  if (rest === '') return change;
  const more = readWish(rest, { ...state, now: applyEdits(state.now, edits) }, context);
  return more.kind === 'change' ? { ...more, edits: [...edits, ...more.edits] } : change;
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
  if (photos === 1) return readForNewPhoto(said(text), recipe);
  const talk = smallTalk(text);
  if (talk !== undefined) return { kind: 'say', text: talk, unmet: [] };
  const meant = said(text);
  const isPlain = meant.styles.length === 0 && meant.mentions.every(({ isDenied }) => isDenied);
  if (isPlain && says(text, RESET)) return { kind: 'reset' };
  if (isPlain && says(text, UNDO)) return undo(text, state);
  const isDescribed = meant.person.isPerson && isNewPerson(text);
  if (recipe.subject === 'photo' && !isDescribed) return readForPhoto(meant, recipe, false);
  if (recipe.subject === 'character' || isDescribed || describes(meant))
    return readForCharacter(meant, { recipe, character: isDescribed ? undefined : character, hasPhoto });
  return nobodyYet(meant, state);
}

function undo(text: string, { past }: ConversationState): Reading {
  const steps = says(text, '(?:two|2)(?: steps| pictures| times| versions)?')
    ? 2
    : says(text, 'three|3')
      ? 3
      : 1;
  if (past.length >= steps) return { kind: 'undo', steps };
  const why = 'There is no picture before this one.';
  return { kind: 'say', text: why, unmet: [{ words: 'undo', why }] };
}

/** Enough of a person is said to draw them. */
const describes = ({ person }: Said): boolean => person.isPerson || person.understood.length > 0;

/** Neither a photo nor a person: what was said of the picture is kept until there is one. */
function nobodyYet(meant: Said, { now }: ConversationState): Reading {
  const { edits, unmet } = pictureEdits(meant, now.recipe);
  const [style] = meant.styles;
  const remember = [...(style === undefined ? [] : styleEdits(style, undefined)), ...edits];
  const isUnclear = remember.length === 0 && unmet.length === 0;
  const pending = generalQuestion(undefined);
  return { kind: 'ask', pending, unmet, remember, ...(isUnclear && { isUnclear }) };
}
