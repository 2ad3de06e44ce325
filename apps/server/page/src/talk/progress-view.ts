import type { ChatEvent } from '@avatar/client';
import { byId, make } from '../elements.js';
import { stageLabel } from '../stage-labels.js';

const SLOW_MS = 12_000;
const SLOW = 'This takes longer than usual. Wait, or stop it for nothing.';

const status = byId('talk-status', HTMLParagraphElement);

/** What happens while a message is answered, by the stages that really run. */
export class ProgressView {
  readonly element: HTMLElement;
  readonly #words = make('p', {}, 'Reading the message');
  readonly #stage = make('p', { className: 'stage-now' });
  readonly #bar = make('span');
  readonly #slow: number;
  #picture = 1;

  constructor() {
    const track = make('div', { className: 'bar' }, this.#bar);
    track.setAttribute('role', 'progressbar');
    track.setAttribute('aria-label', 'Progress');
    this.element = make('div', { className: 'turn answer working' }, this.#words, track, this.#stage);
    this.#slow = setTimeout(() => this.element.append(make('p', { className: 'hint' }, SLOW)), SLOW_MS);
    status.textContent = 'Reading the message';
  }

  note(event: ChatEvent): void {
    if (event.type === 'thinking_delta') this.#words.textContent = event.content;
    if (event.type === 'execution_started') {
      this.#picture = Number(event.execution_id.replace(/^\D+/, ''));
      this.#show(0, undefined);
    }
    if (event.type === 'execution_progress') this.#show(event.progress, event.stage);
  }

  /** The answer is there, or there will be none. */
  end(): void {
    clearTimeout(this.#slow);
    this.element.remove();
  }

  #show(share: number, stage: string | undefined): void {
    this.#bar.style.width = `${Math.round(100 * share)}%`;
    this.#bar.parentElement?.setAttribute('aria-valuenow', String(Math.round(100 * share)));
    if (stage === undefined) return;
    const which = this.#picture > 1 ? `Picture ${this.#picture}: ` : '';
    this.#stage.textContent = which + stageLabel(stage);
    status.textContent = this.#stage.textContent;
  }
}

/** Read out once, whatever has the focus. */
export const announce = (words: string): void => void (status.textContent = words);
