import type { AvatarClient, Character, ChatAnswer } from '@avatar/client';
import type { Catalogue } from '../catalogue.js';
import { byId } from '../elements.js';
import { Composer, type Message } from './composer.js';
import { conversationOfTab, newConversation, noteBegun } from './conversation-id.js';
import { exchange, type Outcome } from './exchange.js';
import { failureOf, type Failure } from './failure.js';
import { showIdeas } from './ideas-view.js';
import { forget, readMemory, type Memory } from './memory.js';
import { offerOfPage } from './page-offers.js';
import { announce, ProgressView } from './progress-view.js';
import type { Recipe } from './recipe.js';
import { showRecipe } from './recipe-view.js';
import { watchRestart } from './restart.js';
import { showPicture } from './shown-picture.js';
import { suggestionsFor } from './suggestions.js';
import { Transcript } from './transcript.js';
import { answerTurn, failedTurn, isDoubtful, judgementOf, saidTurn, type ShownAnswer } from './turn-view.js';

export interface TalkParts {
  readonly client: AvatarClient;
  readonly catalogue: Catalogue;
  /** What other parts of the page have to talk about. */
  readonly photoOfPage: () => Blob | undefined;
  readonly personOfPage: () => Character | undefined;
}

const GONE = 'The server does not keep the earlier conversation any more. This one begins anew.';
const STOPPED = 'Stopped. Nothing is charged.';
const BEGIN = 'A grandmother with a silver bob, waving…';
const GO_ON = 'What shall be different?';
const undo = byId('talk-undo', HTMLButtonElement);

/** A conversation about a picture, beside the picture. */
export class Talk {
  readonly #transcript = new Transcript();
  readonly #composer: Composer;
  #session = conversationOfTab();
  #recipe: Recipe = {};
  #undoSteps = 0;
  #exchanges = 0;
  #isDoubtful = false;
  #isAsked = false;
  #running: AbortController | undefined;
  /** The last turn with pictures: of several, one can be gone on with. */
  #latest: HTMLElement | undefined;

  constructor(private readonly parts: TalkParts) {
    this.#composer = new Composer({
      onMessage: (message) => void this.#send(message),
      onStop: () => this.#running?.abort(),
      onChange: () => this.#showIdeas(),
    });
    undo.addEventListener('click', () => void this.#send({ text: 'Undo' }));
    watchRestart(() => this.#startOver());
    offerOfPage(parts, (along) => this.#composer.attach(along, true));
    this.#showIdeas();
    if (this.#session.isBegun) void this.#restore();
  }

  /** Talks about what another part of the page shows. */
  about(along: { readonly photo: Blob } | { readonly character: Character }): void {
    byId('talk', HTMLElement).scrollIntoView({ block: 'start' });
    this.#composer.attach(along, true);
  }

  async #send(message: Message): Promise<void> {
    if (this.#running) return;
    const mine = (this.#running = new AbortController());
    const before = this.#recipe;
    this.#transcript.closeOffers();
    this.#transcript.add(saidTurn(message.text, message.thumbnail ? [message.thumbnail] : []));
    const progress = new ProgressView();
    this.#transcript.add(progress.element);
    this.#transcript.reveal();
    this.#setBusy(true);
    const outcome = await exchange(message, {
      client: this.parts.client,
      session: this.#session.id,
      signal: mine.signal,
      progress,
      onRecipe: (recipe) => showRecipe(recipe, before, this.parts.catalogue),
    });
    progress.end();
    // Somebody began anew meanwhile.
    if (this.#running !== mine) return;
    this.#running = undefined;
    this.#setBusy(false);
    await this.#ended(outcome, message);
  }

  async #ended(outcome: Outcome, message: Message): Promise<void> {
    if (outcome.kind === 'answered') {
      this.#answered(outcome.text, outcome.answer);
      return;
    }
    showRecipe(this.#recipe, undefined, this.parts.catalogue);
    // The answer may have come about and not got here.
    if ((outcome.kind === 'stopped' || outcome.isLost) && (await this.#caughtUp())) return;
    if (outcome.kind === 'stopped') {
      this.#transcript.note(STOPPED);
      announce(STOPPED);
    } else this.#failed(outcome.failure, message);
    this.#showIdeas();
  }

  #answered(text: string, { status, generations, clarification, avatar }: Omit<ChatAnswer, 'content'>): void {
    this.#exchanges++;
    noteBegun(this.#session.id);
    const before = this.#recipe;
    this.#recipe = avatar.recipe;
    this.#undoSteps = avatar.undo_steps;
    this.#isDoubtful = isDoubtful(avatar.decision);
    const pictures = generations.map(({ url }) => url);
    this.#show({ text, pictures, ...judgementOf(avatar), isRefused: status === 'refused' });
    this.#ask(clarification?.options);
    showRecipe(avatar.recipe, before, this.parts.catalogue);
    announce(text);
    this.#showIdeas();
    this.#transcript.reveal();
  }

  #show(answer: ShownAnswer): void {
    const { pictures } = answer;
    const turn = answerTurn(answer, (at) => this.#look(turn, pictures, at));
    this.#transcript.add(turn);
    if (pictures.length === 0) return;
    this.#latest = turn;
    this.#look(turn, pictures, 0, false);
  }

  /** @param isChosen by somebody, and not just the first one that is shown */
  #look(turn: HTMLElement, pictures: readonly string[], at: number, isChosen = true): void {
    const isLatest = turn === this.#latest;
    const isOneOfSeveral = isLatest && pictures.length > 1;
    this.#transcript.markShown(turn.querySelectorAll('.result')[at]);
    const which = `Picture ${at + 1} of ${pictures.length}`;
    if (isOneOfSeveral && isChosen) this.#composer.attach({ picture: at + 1 });
    const words = isOneOfSeveral ? `${which}. Choose one to go on with.` : '';
    const goesOn = isOneOfSeveral && isChosen ? `${which}. The next message is about it.` : words;
    showPicture(
      pictures[at],
      isLatest ? goesOn : 'An earlier picture. The conversation goes on with the last one.',
    );
  }

  #ask(options: readonly string[] | undefined): void {
    this.#isAsked = options !== undefined && options.length > 0;
    this.#transcript.offer(options ?? [], (label) => void this.#send({ text: label }));
  }

  #failed({ words, remedy }: Failure, message: Message): void {
    const act = {
      retry: () => void this.#send(message),
      photo: () => this.#composer.chooseFile(),
      reload: () => location.reload(),
    }[remedy];
    this.#transcript.add(failedTurn(words, remedy, act));
    announce(words);
  }

  /** The turns as the server has them, in a tab that was loaded again. */
  async #restore(): Promise<void> {
    try {
      const memory = await readMemory(this.parts.client, this.#session.id);
      if (memory.total_exchanges > 0) this.#remember(memory);
      else {
        this.#session = newConversation();
        this.#transcript.note(GONE);
      }
    } catch (error) {
      this.#transcript.add(failedTurn(failureOf(error).words, 'reload', () => location.reload()));
    }
    this.#showIdeas();
  }

  /** Whether the server has an answer that did not get here; it is shown then. */
  async #caughtUp(): Promise<boolean> {
    const memory = await readMemory(this.parts.client, this.#session.id).catch(() => undefined);
    if (memory === undefined || memory.total_exchanges <= this.#exchanges) return false;
    this.#remember(memory);
    this.#showIdeas();
    return true;
  }

  #remember({ conversation_history, avatar, clarification, total_exchanges }: Memory): void {
    this.#transcript.clear();
    for (const turn of conversation_history) {
      this.#transcript.add(saidTurn(turn.user_prompt, []));
      const pictures = turn.generated_media_urls;
      this.#show({ text: turn.chatbot_response, pictures, ...judgementOf(turn.avatar) });
    }
    this.#isDoubtful = isDoubtful(conversation_history.at(-1)?.avatar.decision);
    this.#exchanges = total_exchanges;
    this.#recipe = avatar.recipe;
    this.#undoSteps = avatar.undo_steps;
    this.#ask(clarification?.options);
    showRecipe(avatar.recipe, undefined, this.parts.catalogue);
  }

  async #startOver(): Promise<void> {
    this.#running?.abort();
    this.#running = undefined;
    try {
      await forget(this.parts.client, this.#session.id);
    } catch (error) {
      this.#transcript.note(failureOf(error).words);
      return;
    }
    this.#session = newConversation();
    [this.#recipe, this.#undoSteps, this.#exchanges, this.#latest] = [{}, 0, 0, undefined];
    [this.#isDoubtful, this.#isAsked] = [false, false];
    this.#transcript.clear();
    showPicture(undefined);
    showRecipe({}, undefined, this.parts.catalogue);
    this.#setBusy(false);
    this.#composer.attach({}, true);
    announce('The server has forgotten this conversation.');
  }

  #setBusy(isBusy: boolean): void {
    this.#composer.setBusy(isBusy);
    undo.disabled = isBusy || this.#undoSteps === 0;
    this.#showIdeas();
  }

  #showIdeas(): void {
    const isBusy = this.#running !== undefined;
    const { photo, character } = this.#composer.along;
    this.#composer.hint(this.#recipe.subject === undefined ? BEGIN : GO_ON);
    undo.disabled = isBusy || this.#undoSteps === 0;
    byId('talk-restart', HTMLButtonElement).hidden = this.#exchanges === 0;
    byId('use-sample', HTMLButtonElement).hidden = this.#recipe.subject !== undefined;
    const suggested = suggestionsFor({
      recipe: this.#recipe,
      hasPhoto: photo !== undefined,
      hasPerson: character !== undefined,
      isDoubtful: this.#isDoubtful,
    });
    showIdeas(isBusy || this.#isAsked ? [] : suggested, (words) => this.#composer.say(words));
  }
}
