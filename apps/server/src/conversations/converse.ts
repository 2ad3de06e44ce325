import {
  advanced,
  applyEdits,
  readMessage,
  undone,
  type ConversationState,
  type Edit,
  type Reading,
  type Snapshot,
} from '@avatar/conversation';
import type { WorkerPool } from '@avatar/worker-pool';
import { ApiError } from '../errors/index.js';
import { keepPhoto, newId, photoBytes, type PhotoSources } from '../generations/index.js';
import type { Conversation, ConversationStore } from './conversation-store.js';
import { drawSnapshot, styleName, wishesOf, type MadePicture, type PictureParts } from './draw-snapshot.js';
import { madeText, questionText, understoodText, unmetTexts } from './reply.js';
import { shownAfter, type KeptConversation, type ShownPicture } from './stored-state.js';
import type { MessageRequest, TurnAnswer, TurnListener } from './turn.js';
import { seedAfter, variationOf } from './variation.js';

export interface ConversationParts extends PictureParts {
  readonly store: ConversationStore;
  readonly photos: PhotoSources;
  readonly pool: Pick<WorkerPool, 'validate'>;
  /** How long a photo is kept. */
  readonly inputTtlMs: number;
  /** Whether the account can pay for a picture. @throws ApiError `insufficient-credits` */
  readonly checkBalance: (accountId: string) => Promise<void>;
}

/** A message that was understood, and refused where it can be without any work. */
export interface PreparedTurn {
  /** Draws and answers. Call it once. */
  readonly run: (listener: TurnListener) => Promise<TurnAnswer>;
}

/**
 * Takes a message: read by the rules, its photos fetched and kept, its price and styles checked. Nothing is drawn yet,
 * and nothing of it is written down.
 *
 * @throws ApiError `insufficient-credits`, `style-not-allowed`, `payload-too-large`; AvatarError `invalid-options`,
 * `input-rejected`
 */
export async function prepareTurn(
  parts: ConversationParts,
  request: MessageRequest,
  signal: AbortSignal,
): Promise<PreparedTurn> {
  const conversation = await parts.store.open(request.owner, request.name, request.reference);
  const { kept } = conversation;
  const hasPhoto = await isKept(parts, request, kept.photo);
  const reading = readMessage(request.message, kept.state, { photos: request.photos.length, hasPhoto });
  const turn = new Turn(parts, request, conversation);
  if (reading.kind === 'refuse')
    return {
      run: () => turn.end(kept, { status: 'refused', content: reading.text }),
    };
  const photos = await newPhotos(parts, request, conversation, signal);
  if (reading.kind === 'change') return changing(turn, reading, { photos, hasPhoto, signal });
  if (reading.kind === 'undo') return { run: (listener) => turn.undo(reading.steps, listener) };
  return { run: () => turn.talk(reading, photos) };
}

interface Given {
  /** Photos that came with the message, as they are kept. */
  readonly photos: readonly string[];
  readonly hasPhoto: boolean;
  readonly signal: AbortSignal;
}

type Change = Extract<Reading, { readonly kind: 'change' }>;

async function changing(
  turn: Turn,
  reading: Change,
  { photos, hasPhoto, signal }: Given,
): Promise<PreparedTurn> {
  const { parts, request, conversation } = turn;
  const { kept } = conversation;
  const offered = photos.length > 0 ? photos : (kept.candidates ?? []);
  const photo = (await chosenPhoto(parts, request, offered, reading.photo, signal)) ?? kept.photo;
  const drawn = withSeed(applyEdits(kept.state.now, editsWithMode(reading.edits, request)), conversation.id);
  const isOfPhoto = drawn.recipe.subject === 'photo' || drawn.toMeasure === true;
  if (isOfPhoto && offered.length === 0 && !hasPhoto)
    return {
      run: () =>
        turn.end(kept, {
          status: 'awaiting_input',
          content: 'Your photo is no longer kept. Please send it again, and say the same.',
        }),
    };
  await parts.checkBalance(request.account.id);
  if (isOfPhoto)
    parts.acceptance.check(request.account, {
      photo: { kind: 'kept', inputId: photo ?? '' },
      wishes: wishesOf(drawn, request.reference),
    });
  return { run: (listener) => turn.draw(drawn, reading, photo, listener) };
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

async function isKept(
  { archive }: ConversationParts,
  { account }: MessageRequest,
  photo: string | undefined,
): Promise<boolean> {
  return photo !== undefined && (await archive.has(account.id, photo));
}

async function newPhotos(
  { archive, photos: sources, inputTtlMs }: ConversationParts,
  { account, photos }: MessageRequest,
  { id: series }: Conversation,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const photo of photos) {
    const owner = { accountId: account.id, series };
    const bytes = await photoBytes(sources, photo, { ...owner, signal });
    keys.push(await keepPhoto(archive, bytes, { ...owner, ttlMs: inputTtlMs }));
  }
  return keys;
}

/** Of photos of one person the one that is best to work with; each is examined as `validate` does. */
async function chosenPhoto(
  { pool, archive }: ConversationParts,
  { account }: MessageRequest,
  photos: readonly string[],
  choice: number | 'best' | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (choice !== 'best' || photos.length < 2) return photos[choice === 'best' ? 0 : (choice ?? 0)];
  let best = photos[0];
  let bestScore = -1;
  for (const key of photos) {
    const kept = await archive.read(account.id, key);
    if (kept === undefined) continue;
    const { inputQualityScore, refusal } = await pool.validate(kept.bytes, {}, { signal });
    const score = refusal === undefined ? inputQualityScore : -0.5;
    if (score > bestScore) [best, bestScore] = [key, score];
  }
  return best;
}

type Talk = Extract<Reading, { readonly kind: 'ask' | 'say' | 'reset' }>;

/** What the answer says beyond what is known without it. */
interface Ending {
  readonly status: TurnAnswer['status'];
  readonly content: string;
  readonly pictures?: readonly ShownPicture[];
  readonly made?: readonly MadePicture[];
  readonly unmet?: TurnAnswer['unmet'];
}

/** One message on its way to its answer. */
class Turn {
  constructor(
    readonly parts: ConversationParts,
    readonly request: MessageRequest,
    readonly conversation: Conversation,
  ) {}

  /** Nothing is drawn. */
  talk(reading: Talk, photos: readonly string[]): Promise<TurnAnswer> {
    const { kept } = this.conversation;
    const { past } = kept.state;
    const [photo] = photos;
    // Whoever is in the photo is spoken of from now on.
    const now =
      photos.length === 1 ? applyEdits(kept.state.now, [{ set: 'subject', to: 'photo' }]) : kept.state.now;
    const withPhotos = {
      ...kept,
      ...(photos.length === 1 && { photo }),
      ...(photos.length > 1 && { candidates: photos }),
    };
    if (reading.kind === 'reset') {
      const { mode, seed, subject } = now.recipe;
      const recipe = { mode, seed, ...(subject !== undefined && { subject }) };
      const state: ConversationState = { now: { ...now, recipe }, past };
      return this.end(
        { ...withPhotos, state },
        { status: 'ok', content: 'All right, we begin anew. What shall it be?' },
      );
    }
    if (reading.kind === 'say') {
      const state: ConversationState = { now, past };
      return this.end(
        { ...withPhotos, state },
        { status: 'ok', content: reading.text, unmet: reading.unmet },
      );
    }
    const { pending, unmet, remember = [] } = reading;
    const state: ConversationState = { now: applyEdits(now, remember), past, pending };
    const labels = pending.options.map(({ label }) => label);
    const content = [...unmetTexts(unmet), questionText(pending.question, labels)].join(' ');
    return this.end({ ...withPhotos, state }, { status: 'awaiting_input', content, unmet });
  }

  /** Back to a picture that was there before: shown again while it is kept, and drawn again otherwise. */
  async undo(steps: number, listener: TurnListener): Promise<TurnAnswer> {
    const { kept } = this.conversation;
    const state = undone(kept.state, steps);
    if (state === undefined) throw new ApiError('conflict', 'There is no picture before this one');
    const at = kept.shownBefore.length - steps;
    const shown = kept.shownBefore.at(at) ?? [];
    const before = kept.shownBefore.slice(0, Math.max(0, at));
    const isThere = shown.length > 0 && shown.every(({ expiresAt }) => new Date(expiresAt) > new Date());
    const content = 'Back to the picture before.';
    if (isThere)
      return this.end(
        { ...kept, state, shown, shownBefore: before },
        { status: 'ok', content, pictures: shown },
      );
    if (state.now.recipe.subject === undefined)
      return this.end({ ...kept, state, shown: [], shownBefore: before }, { status: 'ok', content });
    const made = await this.#make(state.now, 1, kept.photo, listener);
    const pictures = made.map(({ picture }) => picture);
    return this.end(
      { ...kept, state, shown: pictures, shownBefore: before },
      { status: 'ok', content, pictures, made },
    );
  }

  async draw(
    drawn: Snapshot,
    { count, edits, unmet }: Change,
    photo: string | undefined,
    listener: TurnListener,
  ): Promise<TurnAnswer> {
    const { kept } = this.conversation;
    const wasDrawn = kept.shown.length > 0;
    // Nothing else is to change, so another seed does.
    const isAgain = edits.length === 0 && wasDrawn;
    const first = isAgain ? variationOf(bumped(drawn), 0) : drawn;
    listener.tell({ type: 'understood', text: understoodText(edits, count), recipe: first.recipe });
    const made = await this.#make(first, count, photo, listener);
    const pictures = made.map(({ picture }) => picture);
    const after = count === 1 ? made[0].snapshot : withLaterSeed(made[0].snapshot, first, count);
    const { candidates: _asked, ...rest } = kept;
    const next: KeptConversation = {
      ...rest,
      ...(photo !== undefined && { photo }),
      state: advanced(kept.state, after, wasDrawn),
      shown: pictures,
      shownBefore: wasDrawn ? shownAfter(kept) : kept.shownBefore,
    };
    const notes =
      made.length < count ? [`I made ${made.length} of ${count}: there is no credit for more.`] : [];
    const content = madeText(made.length, unmet, notes);
    return this.end(next, { status: 'ok', content, pictures, made, unmet });
  }

  async #make(
    snapshot: Snapshot,
    count: number,
    photo: string | undefined,
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
          { account, snapshot: wanted, photo, reference },
          {
            signal,
            onProgress: (done, total) =>
              tell({ type: 'progress', execution, style, done, total, share: done / total }),
          },
        );
        made.push(one);
        tell({ type: 'drawn', execution, picture: one.picture, durationMs: performance.now() - startMs });
      } catch (error) {
        // What was made and paid for is given.
        const isOutOfCredit = error instanceof ApiError && error.code === 'insufficient-credits';
        if (made.length === 0 || !isOutOfCredit) throw error;
        break;
      }
    }
    return made;
  }

  /** Writes the turn down, and answers. */
  async end(kept: KeptConversation, ending: Ending): Promise<TurnAnswer> {
    const { status, content, pictures = [], made = [], unmet = [] } = ending;
    const turn = { prompt: this.request.message, answer: content, pictures };
    await this.parts.store.save(this.conversation, kept, turn, this.request.reference);
    const { now, pending } = kept.state;
    const last = made.at(-1);
    return {
      taskId: newId('tsk'),
      status,
      content,
      pictures,
      ...(pending && {
        question: { question: pending.question, options: pending.options.map(({ label }) => label) },
      }),
      recipe: now.recipe,
      ...(now.recipe.subject === 'character' && now.character && { character: now.character }),
      likenessScore: last?.likenessScore ?? null,
      decision: last?.decision ?? null,
      warnings: made.flatMap(({ warnings }) => warnings),
      unmet,
      creditsCharged: made.reduce((sum, { creditsCharged }) => sum + creditsCharged, 0),
    };
  }
}

/** The next seed: another drawing of the same wish. */
function bumped({ recipe, character, ...rest }: Snapshot): Snapshot {
  const seed = seedAfter(recipe.seed, 1);
  return { ...rest, recipe: { ...recipe, seed }, ...(character && { character: { ...character, seed } }) };
}

/** Variations leave the person and the wish as they were; the next ones begin behind them. */
const withLaterSeed = (made: Snapshot, wished: Snapshot, count: number): Snapshot => ({
  ...made,
  recipe: { ...wished.recipe, seed: seedAfter(wished.recipe.seed, count) },
});
