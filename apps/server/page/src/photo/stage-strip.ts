import type { AvatarEvent } from '@avatar/client';
import { byId, make } from '../elements.js';
import { stageLabel } from '../stage-labels.js';

interface Chip {
  readonly element: HTMLLIElement;
  readonly time: HTMLSpanElement;
  readonly share: HTMLSpanElement;
  totalMs: number;
}

/** The stages of a run as they happen, with their real times; what is retried adds up. */
export class StageStrip {
  readonly #list = byId('stages', HTMLOListElement);
  readonly #attempts = byId('attempts', HTMLParagraphElement);
  readonly #chips = new Map<string, Chip>();

  clear(): void {
    this.#chips.clear();
    this.#list.replaceChildren();
    this.#attempts.textContent = '';
  }

  note(event: AvatarEvent): void {
    if (event.type === 'stage-start') this.#chip(event.data.stage).element.classList.add('running');
    if (event.type === 'stage-end') this.#ended(event.data.stage, event.data.duration_ms);
    if (event.type === 'attempt-end') {
      const { attempt, style_intensity, likeness_score, accepted } = event.data;
      const said = accepted ? 'passed' : 'missed a check';
      this.#attempts.textContent += `Attempt ${attempt + 1} at intensity ${style_intensity.toFixed(2)}:${likenessText(likeness_score)} ${said}. `;
    }
  }

  #ended(stage: string, durationMs: number): void {
    const chip = this.#chip(stage);
    chip.totalMs += durationMs;
    chip.element.classList.remove('running');
    chip.time.textContent = `${Math.round(chip.totalMs)} ms`;
    const longestMs = Math.max(...[...this.#chips.values()].map(({ totalMs }) => totalMs));
    for (const { share, totalMs } of this.#chips.values())
      share.style.width = `${(100 * totalMs) / Math.max(longestMs, 1)}%`;
  }

  #chip(stage: string): Chip {
    const known = this.#chips.get(stage);
    if (known) return known;
    const time = make('span', { className: 'time' }, '…');
    const share = make('span', { className: 'share' });
    const element = make('li', {}, stageLabel(stage), time, share);
    const chip = { element, time, share, totalMs: 0 };
    this.#chips.set(stage, chip);
    this.#list.append(element);
    return chip;
  }
}

/** A drawn character is compared with no photo. */
const likenessText = (score: number | null | undefined): string =>
  typeof score === 'number' ? ` likeness ${score.toFixed(2)},` : '';
