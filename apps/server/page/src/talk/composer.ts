import type { Character } from '@avatar/client';
import { byId, make } from '../elements.js';

/** What goes with a message. */
export interface Along {
  readonly photo?: Blob;
  readonly character?: Character;
  /** Of several pictures that were shown last, from 1. */
  readonly picture?: number;
}

/** A message as it is sent, and sent again. */
export interface Message extends Along {
  readonly text: string;
  /** Address of the photo for the eye. */
  readonly thumbnail?: string;
}

const text = byId('talk-text', HTMLTextAreaElement);
const along = byId('talk-with', HTMLDivElement);
const send = byId('talk-send', HTMLButtonElement);
const stop = byId('talk-stop', HTMLButtonElement);
const file = byId('talk-file', HTMLInputElement);

export interface ComposerParts {
  readonly onMessage: (message: Message) => void;
  readonly onStop: () => void;
  /** Something was attached or taken away. */
  readonly onChange: () => void;
}

/** The field that messages are written in, with what goes along. */
export class Composer {
  #along: Along = {};
  #isBusy = false;

  constructor(private readonly parts: ComposerParts) {
    byId('talk-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    text.addEventListener('keydown', (event) => {
      // Whoever composes a letter of many strokes ends it with Enter.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    text.addEventListener('input', grow);
    stop.addEventListener('click', parts.onStop);
    file.addEventListener('change', () => {
      const photo = file.files?.[0];
      // The same file may be chosen again.
      file.value = '';
      if (photo) this.attach({ photo }, true);
    });
    watchGivenPhotos((photo) => this.attach({ photo }, true));
    this.setBusy(false);
  }

  get along(): Along {
    return this.#along;
  }

  /** Goes along with the next message, instead of what was to go along before. */
  attach(given: Along, goesOnWriting = false): void {
    this.#along = given;
    this.#showAlong();
    if (goesOnWriting) text.focus({ preventScroll: true });
    this.parts.onChange();
  }

  /** What might be written, in the empty field. */
  hint(words: string): void {
    text.placeholder = words;
  }

  chooseFile(): void {
    file.click();
  }

  /** While an answer is on its way there is a way to stop it, and no way to send. */
  setBusy(isBusy: boolean): void {
    const hadFocus = document.activeElement === (this.#isBusy ? stop : send);
    this.#isBusy = isBusy;
    send.hidden = isBusy;
    stop.hidden = !isBusy;
    if (hadFocus) text.focus({ preventScroll: true });
  }

  /** Takes words as if they had been written. */
  say(words: string): void {
    if (this.#isBusy) return;
    const { photo } = this.#along;
    const message = {
      ...this.#along,
      text: words,
      ...(photo && { thumbnail: URL.createObjectURL(photo) }),
    };
    this.#along = {};
    this.#showAlong();
    this.parts.onMessage(message);
  }

  #submit(): void {
    const words = text.value.trim();
    if (this.#isBusy || words === '') return;
    text.value = '';
    grow();
    this.say(words);
  }

  #showAlong(): void {
    const { photo, character, picture } = this.#along;
    along.hidden = photo === undefined && character === undefined && picture === undefined;
    along.replaceChildren();
    if (along.hidden) return;
    const name = photo ? 'With this photo' : character ? 'About your character' : `About picture ${picture}`;
    if (photo) along.append(make('img', { src: URL.createObjectURL(photo), alt: '', width: 40, height: 40 }));
    const drop = make('button', { type: 'button', className: 'drop-along', ariaLabel: `Not: ${name}` }, '×');
    drop.addEventListener('click', () => this.attach({}, true));
    along.append(make('span', {}, name), drop);
  }
}

/** As high as its words, up to what the style sheet allows. */
function grow(): void {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight + 2}px`;
}

/** Photos that are dropped or pasted on the conversation are meant for it, and not for the start of the page. */
function watchGivenPhotos(onPhoto: (photo: Blob) => void): void {
  const take = (event: Event, files: FileList | undefined) => {
    const photo = files?.[0];
    if (photo === undefined) return;
    event.preventDefault();
    onPhoto(photo);
  };
  const room = byId('talk', HTMLElement);
  room.addEventListener('drop', (event) => take(event, event.dataTransfer?.files));
  room.addEventListener('paste', (event) => take(event, event.clipboardData?.files));
}
