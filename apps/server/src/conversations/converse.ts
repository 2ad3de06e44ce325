import { applyEdits, understandMessage, type Edit, type Reading, type Snapshot } from '@avatar/conversation';
import { ApiError } from '../errors/index.js';
import type { ConversationParts } from './conversation-parts.js';
import { wishesOf } from './wishes-of.js';
import { chosenPhotos, isKept, newPhotos } from './message-photos.js';
import type { Conversation } from './conversation-store.js';
import { RunningTurn, type Change } from './running-turn.js';
import { aboutPicture, personEdits, withEdits } from './starting-point.js';
import { chosenBefore, type KeptConversation } from './stored-state.js';
import type { MessageRequest, TurnAnswer, TurnListener } from './turn.js';

/** A message that was understood, and refused where it can be without any work. */
export interface PreparedTurn {
  /** Draws and answers. Call it once. */
  readonly run: (listener: TurnListener) => Promise<TurnAnswer>;
}

/**
 * Takes a message: understood, its photos fetched and kept, its price and styles checked. Nothing is drawn yet,
 * and nothing of it is written down.
 *
 * @throws ApiError `insufficient-credits`, `style-not-allowed`, `payload-too-large`, `invalid-request`; AvatarError `invalid-options`,
 * `input-rejected`
 */
export async function prepareTurn(
  parts: ConversationParts,
  request: MessageRequest,
  signal: AbortSignal,
): Promise<PreparedTurn> {
  const { picture, character } = request.start;
  const opened = await parts.store.open(request.owner, request.name, request.reference);
  const kept = aboutPicture(opened.kept, picture);
  const conversation = { ...opened, kept };
  const hasPhoto = await isKept(parts, request, kept.photo);
  const pictures = kept.shown.length;
  const before = personEdits(character, kept.state.now.recipe);
  const state =
    before.length === 0 ? kept.state : { past: kept.state.past, now: applyEdits(kept.state.now, before) };
  const reading = withEdits(await understood(parts, request, { state, hasPhoto, pictures, signal }), before);
  const turn = new RunningTurn(parts, request, conversation);
  if (reading.kind === 'refuse')
    return {
      run: () => turn.end((stored) => stored, { status: 'refused', content: reading.text }),
    };
  const photos = await newPhotos(parts, request, conversation, signal);
  if (reading.kind === 'change') return changing(turn, reading, { photos, hasPhoto, signal });
  if (reading.kind === 'undo') return { run: (listener) => turn.undo(reading.steps, listener) };
  if (reading.kind === 'redo') return { run: (listener) => turn.redo(listener) };
  if (reading.kind === 'choose') return choosing(parts, request, conversation, { reading, hasPhoto, signal });
  return { run: () => turn.talk(reading, photos) };
}

/** One of several pictures: it is gone on from there, and shown again where nothing of it shall be changed. */
function choosing(
  parts: ConversationParts,
  request: MessageRequest,
  conversation: Conversation,
  { reading, hasPhoto, signal }: Pick<Given, 'hasPhoto' | 'signal'> & { readonly reading: Choice },
): Promise<PreparedTurn> | PreparedTurn {
  const kept = aboutPicture(conversation.kept, reading.at + 1);
  const turn = new RunningTurn(parts, request, { ...conversation, kept });
  const { edits, unmet } = reading;
  if (edits.length === 0) return { run: () => turn.showAgain(unmet) };
  return changing(turn, { kind: 'change', edits, unmet, count: 1 }, { photos: [], hasPhoto, signal });
}

type Choice = Extract<Reading, { readonly kind: 'choose' }>;

interface Situation {
  readonly state: KeptConversation['state'];
  readonly hasPhoto: boolean;
  readonly pictures: number;
  readonly signal: AbortSignal;
}

/** By the rules, or else by the operator's model, which nobody asks for a caller who cannot pay for what comes of it. */
function understood(
  { interpreter, checkBalance }: ConversationParts,
  { account, message, photos }: MessageRequest,
  { state, hasPhoto, pictures, signal }: Situation,
): Promise<Reading> {
  const context = { photos: photos.length, hasPhoto, pictures, signal };
  if (interpreter === undefined) return understandMessage(message, state, context);
  const { interpret, timeoutMs, onFailure } = interpreter;
  return understandMessage(message, state, {
    ...context,
    timeoutMs,
    interpret: async (...asked) => {
      await checkBalance(account.id);
      return interpret(...asked);
    },
    onFailure: (error) => {
      if (!(error instanceof ApiError)) onFailure(error);
    },
  });
}

interface Given {
  /** Photos that came with the message, as they are kept. */
  readonly photos: readonly string[];
  readonly hasPhoto: boolean;
  readonly signal: AbortSignal;
}

async function changing(
  turn: RunningTurn,
  reading: Change,
  { photos, hasPhoto, signal }: Given,
): Promise<PreparedTurn> {
  const { parts, request, conversation } = turn;
  const { kept } = conversation;
  const offered = photos.length > 0 ? photos : (kept.candidates ?? []);
  const chosen = (await chosenPhotos(parts, request, offered, reading.photo, signal)) ?? chosenBefore(kept);
  const drawn = withSeed(applyEdits(kept.state.now, editsWithMode(reading.edits, request)), conversation.id);
  const isOfPhoto = drawn.recipe.subject === 'photo' || drawn.toMeasure === true;
  if (isOfPhoto && offered.length === 0 && !hasPhoto)
    return {
      run: () =>
        turn.end((stored) => stored, {
          status: 'awaiting_input',
          content: 'Your photo is no longer kept. Please send it again, and say the same.',
        }),
    };
  await parts.checkBalance(request.account.id);
  if (isOfPhoto)
    await parts.acceptance.check(request.account, {
      photo: { kind: 'kept', inputId: chosen?.photo ?? '' },
      wishes: wishesOf(drawn, request.reference),
    });
  return { run: (listener) => turn.draw(drawn, reading, chosen, listener) };
}

/** The body's mode goes before the message's. */
const editsWithMode = (edits: readonly Edit[], { mode }: MessageRequest): readonly Edit[] =>
  mode === undefined ? edits : [...edits, { set: 'mode', to: mode }];

/** Somebody who is drawn for the first time is somebody else in every conversation. */
function withSeed(snapshot: Snapshot, id: string): Snapshot {
  const { recipe, character } = snapshot;
  const own = Number.parseInt(id.slice(-8), 16);
  const seeded = recipe.seed === 0 ? { ...recipe, seed: own } : recipe;
  if (character === undefined || snapshot.toMeasure || character.seed !== undefined)
    return { ...snapshot, recipe: seeded };
  return { ...snapshot, recipe: seeded, character: { ...character, seed: own } };
}
