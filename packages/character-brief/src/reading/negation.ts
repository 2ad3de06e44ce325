import type { Item } from './items.js';
import type { Gap, Word } from './words.js';

/** How far a "no" reaches. */
export class Negation {
  readonly #words: readonly Word[];
  readonly #items: readonly Item[];
  #kind: 'no' | 'without' | undefined;
  #since = 0;

  constructor(words: readonly Word[], items: readonly Item[]) {
    this.#words = words;
    this.#items = items;
  }

  /** Whether what is read now is denied. */
  holds(): boolean {
    return this.#kind !== undefined;
  }

  begin(kind: 'no' | 'without', at: number): void {
    this.#kind = kind;
    this.#since = at;
  }

  end(): void {
    this.#kind = undefined;
  }

  /** "is not wearing": a verb right after the "no" is denied itself, any other ends it. */
  has(at: number): void {
    if (at - this.#since > 1) this.end();
  }

  /** "without beard and glasses" denies both, "no beard and blue eyes" the first. */
  and(at: number): void {
    if (this.#kind === 'no') {
      const next = this.#items[at + 1]?.sense;
      // "no beard and no glasses" begins anew by itself.
      if (next?.as !== 'or') this.end();
      return;
    }
    if (this.#kind === 'without' && this.#items[at + 1]?.sense?.as !== 'noun') this.end();
  }

  /** A list goes on over commas if an "or" comes before anything else begins. */
  sign(gap: Gap, at: number): void {
    if (gap !== 'comma' || !this.#listGoesOn(at)) this.end();
  }

  #listGoesOn(at: number): boolean {
    for (let next = at; next < this.#items.length; next++) {
      const { sense, from } = this.#items[next];
      if (next > at && !['none', 'hyphen', 'comma'].includes(this.#words[from].gap)) return false;
      if (sense?.as === 'or') return true;
      if (sense === undefined || ['has', 'is', 'but', 'says', 'no', 'without'].includes(sense.as))
        return false;
      // As many as a list in one sentence may have.
      if (next - at > 12) return false;
    }
    return false;
  }

  /** Whether something follows in the same part of the sentence. */
  goesOnAfter(at: number): boolean {
    const next = this.#items[at + 1];
    return next !== undefined && ['none', 'hyphen'].includes(this.#words[next.from].gap);
  }
}
