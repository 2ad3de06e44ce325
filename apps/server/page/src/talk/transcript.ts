import { byId } from '../elements.js';
import { noteTurn, optionButtons } from './turn-view.js';

const NEAR_PX = 24;
const list = byId('turns', HTMLDivElement);

/** What was said, from top to bottom. */
export class Transcript {
  readonly #greeting = [...list.children];
  /** What is below is seen, and is to be seen when the room for it changes. */
  #isAtEnd = true;

  constructor() {
    list.addEventListener('scroll', () => {
      this.#isAtEnd = list.scrollTop + list.clientHeight > list.scrollHeight - NEAR_PX;
    });
    new ResizeObserver(() => {
      if (this.#isAtEnd) this.#toEnd();
    }).observe(list);
  }

  /** Nothing was said yet. */
  clear(): void {
    list.replaceChildren(...this.#greeting);
  }

  add(turn: HTMLElement): void {
    list.append(turn);
    this.#toEnd();
  }

  /** Brings the last turn into view where the list does not scroll by itself. */
  reveal(): void {
    if (getComputedStyle(list).overflowY !== 'visible') return;
    list.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }

  note(words: string): void {
    this.add(noteTurn(words));
  }

  /** Offers answers below the last turn, until one is given. */
  offer(options: readonly string[], onOption: (label: string) => void): void {
    if (options.length === 0) return;
    list.lastElementChild?.append(optionButtons(options, onOption));
    this.#toEnd();
  }

  /** What was offered before can be chosen no more. */
  closeOffers(): void {
    for (const offer of list.querySelectorAll('.options')) offer.remove();
  }

  /** One picture of all is seen large. */
  markShown(button: Element | undefined): void {
    for (const result of list.querySelectorAll('.result'))
      result.setAttribute('aria-pressed', String(result === button));
  }

  #toEnd(): void {
    this.#isAtEnd = true;
    list.scrollTop = list.scrollHeight;
  }
}
