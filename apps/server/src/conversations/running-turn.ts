import {
  advanced,
  applyEdits,
  redone,
  undone,
  type ConversationState,
  type Reading,
  type Snapshot,
} from '@avatar/conversation';
import { ApiError } from '../errors/index.js';
import { newId } from '../generations/index.js';
import type { ConversationParts } from './conversation-parts.js';
import type { Continuation, Conversation } from './conversation-store.js';
import { drawSnapshot, styleName, type MadePicture } from './draw-snapshot.js';
import type { ChosenPhotos } from './chosen-photos.js';
import { madeText, notesOn, questionText, understoodText, unmetTexts } from './reply.js';
import {
  chosenBefore,
  redoneShown,
  shownAfter,
  undoneShown,
  type KeptConversation,
  type ShownPicture,
} from './stored-state.js';
import type { MessageRequest, TurnAnswer, TurnListener } from './turn.js';
import { turnAnswer, type Ending } from './turn-answer.js';
import { giveBack } from './unanswered-pictures.js';
import { bumped, variationOf, withLaterSeed } from './variation.js';

export type Change = Extract<Reading, { readonly kind: 'change' }>;
type Talk = Extract<Reading, { readonly kind: 'ask' | 'say' | 'reset' }>;

/** One message on its way to its answer. */
export class RunningTurn {
  constructor(
    readonly parts: ConversationParts,
    readonly request: MessageRequest,
    readonly conversation: Conversation,
  ) {}

  /** Nothing is drawn. */
  talk(reading: Talk, photos: readonly string[]): Promise<TurnAnswer> {
    const next: Continuation = (stored) => ({
      ...stored,
      ...(photos.length === 1 && { photo: photos[0] }),
      ...(photos.length > 1 && { candidates: photos }),
      state: stateAfterTalk(stored.state, reading, photos),
    });
    if (reading.kind === 'reset')
      return this.end(next, { status: 'ok', content: 'All right, we begin anew. What shall it be?' });
    if (reading.kind === 'say')
      return this.end(next, { status: 'ok', content: reading.text, unmet: reading.unmet });
    const { pending, unmet } = reading;
    const labels = pending.options.map(({ label }) => label);
    const content = [...unmetTexts(unmet), questionText(pending.question, labels)].join(' ');
    return this.end(next, { status: 'awaiting_input', content, unmet });
  }

  /** Back to a picture that was there before. */
  undo(steps: number, listener: TurnListener): Promise<TurnAnswer> {
    const { kept } = this.conversation;
    const state = undone(kept.state, steps);
    if (state === undefined) throw new ApiError('conflict', 'There is no picture before this one');
    return this.#moveTo(undoneShown(kept, steps), state, 'Back to the picture before.', listener);
  }

  /** Forward to the picture that was undone last. */
  redo(listener: TurnListener): Promise<TurnAnswer> {
    const { kept } = this.conversation;
    const state = redone(kept.state);
    if (state === undefined) throw new ApiError('conflict', 'There is no picture after this one');
    return this.#moveTo(redoneShown(kept), state, 'Here it is again.', listener);
  }

  /** The picture of the conversation as it is. */
  showAgain(unmet: TurnAnswer['unmet']): Promise<TurnAnswer> {
    const { kept } = this.conversation;
    const content = ['We go on with this one.', ...unmetTexts(unmet)].join(' ');
    return this.end(kept, { status: 'ok', content, pictures: kept.shown, unmet });
  }

  /** Shown again while it is kept, and drawn again otherwise. */
  async #moveTo(
    moved: Pick<KeptConversation, 'shown' | 'shownBefore' | 'shownAhead'>,
    state: ConversationState,
    content: string,
    listener: TurnListener,
  ): Promise<TurnAnswer> {
    const kept: KeptConversation = { ...this.conversation.kept, ...moved, state };
    const { shown: pictures } = kept;
    const isThere = pictures.every(({ expiresAt }) => new Date(expiresAt) > new Date());
    if (isThere && pictures.length > 0) return this.end(kept, { status: 'ok', content, pictures });
    if (state.now.recipe.subject === undefined)
      return this.end({ ...kept, shown: [] }, { status: 'ok', content });
    const made = await this.#make(state.now, 1, chosenBefore(kept), listener);
    const drawn = made.map(({ picture }) => picture);
    return this.end({ ...kept, shown: drawn }, { status: 'ok', content, pictures: drawn, made });
  }

  async draw(
    drawn: Snapshot,
    { count, edits, unmet }: Change,
    chosen: ChosenPhotos | undefined,
    listener: TurnListener,
  ): Promise<TurnAnswer> {
    // Nothing else is to change, so another seed does.
    const isAgain = edits.length === 0 && this.conversation.kept.shown.length > 0;
    const first = isAgain ? variationOf(bumped(drawn), 0) : drawn;
    listener.tell({ type: 'understood', text: understoodText(edits, count), recipe: first.recipe });
    const made = await this.#make(first, count, chosen, listener);
    const pictures = made.map(({ picture }) => picture);
    const after = count === 1 ? made[0].snapshot : withLaterSeed(made[0].snapshot, first, count);
    const next: Continuation = (stored) => {
      const { candidates: _asked, together: _others, shownAhead: _undone, ...rest } = stored;
      const wasDrawn = stored.shown.length > 0;
      return {
        ...rest,
        ...(chosen && { photo: chosen.photo }),
        ...(chosen && chosen.together.length > 0 && { together: chosen.together }),
        state: advanced(stored.state, after, wasDrawn),
        shown: made.length > 1 ? made.map(withSnapshot) : pictures,
        shownBefore: wasDrawn ? shownAfter(stored) : stored.shownBefore,
      };
    };
    const notes = notesOn(pictures, count);
    const content = madeText(made.length, unmet, notes);
    return this.end(next, { status: 'ok', content, pictures, made, unmet });
  }

  async #make(
    snapshot: Snapshot,
    count: number,
    photos: ChosenPhotos | undefined,
    { signal, tell }: TurnListener,
  ): Promise<readonly MadePicture[]> {
    const { account, reference } = this.request;
    const made: MadePicture[] = [];
    for (let execution = 0; execution < count; execution++) {
      const wanted = variationOf(snapshot, execution);
      const style = styleName(wanted);
      const startMs = performance.now();
      tell({ type: 'begun', execution, style });
      try {
        const one = await drawSnapshot(
          this.parts,
          { account, snapshot: wanted, photos, reference },
          {
            signal,
            onProgress: (done, total, stage) =>
              tell({ type: 'progress', execution, style, stage, done, total, share: done / total }),
          },
        );
        made.push(one);
        tell({ type: 'drawn', execution, picture: one.picture, durationMs: performance.now() - startMs });
      } catch (error) {
        // What was made and paid for is given.
        const isOutOfCredit = error instanceof ApiError && error.code === 'insufficient-credits';
        if (made.length > 0 && isOutOfCredit) break;
        await this.#giveBack(made);
        throw error;
      }
    }
    return made;
  }

  /** Writes the turn down, and answers. */
  async end(next: KeptConversation | Continuation, ending: Ending): Promise<TurnAnswer> {
    const { content, pictures = [], made = [] } = ending;
    const taskId = newId('tsk');
    const turn = { taskId, prompt: this.request.message, answer: content, pictures };
    const { reference, onAnswered } = this.request;
    try {
      return await this.parts.store.save(
        this.conversation,
        next,
        turn,
        reference,
        async (transaction, state) => {
          const answer = turnAnswer(taskId, ending, state);
          await onAnswered?.(transaction, answer);
          return answer;
        },
      );
    } catch (error) {
      // Where the database did write it down, there is nothing to give back.
      await this.#giveBack(made);
      throw error;
    }
  }

  /** Pictures that nobody will see. */
  #giveBack(made: readonly MadePicture[]): Promise<void> {
    const unseen = made.map(({ picture }) => picture.generationId);
    return giveBack(this.parts.unanswered, unseen).catch(() => undefined);
  }
}

function stateAfterTalk(
  { now: before, past, ahead }: ConversationState,
  reading: Talk,
  photos: readonly string[],
): ConversationState {
  // Whoever is in the photo is spoken of from now on.
  const now = photos.length === 1 ? applyEdits(before, [{ set: 'subject', to: 'photo' }]) : before;
  if (reading.kind === 'say') return { now, past, ...(ahead && { ahead }) };
  if (reading.kind === 'ask')
    return { now: applyEdits(now, reading.remember ?? []), past, pending: reading.pending };
  const { mode, seed, subject } = now.recipe;
  const recipe = { mode, seed, ...(subject !== undefined && { subject }) };
  return { now: { ...now, recipe }, past };
}

/** Of several pictures any may be gone on with. */
const withSnapshot = ({ picture, snapshot }: MadePicture): ShownPicture => ({ ...picture, snapshot });
