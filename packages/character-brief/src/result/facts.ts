import type { FactPath, Sets } from '../meaning/sets.js';
import type { Finding } from '../reading/mention.js';

/** The value at a path and the words that say it. */
export interface Fact {
  readonly path: FactPath;
  readonly value: unknown;
  /** The words that say it; a fact of an attribute field has none. */
  readonly finding: Finding | undefined;
  readonly field?: AttributeField;
}

/** A field of a form and what it holds. */
export interface AttributeField {
  readonly name: string;
  readonly words: string;
}

const LISTS: readonly FactPath[] = ['accessories', 'effects'];

/** One value a path: what is there goes before what is not, and later words before earlier ones. */
export class Facts {
  readonly #facts = new Map<string, Fact>();

  /** Adds what a finding says. */
  add(finding: Finding): void {
    for (const [path, value] of Object.entries(finding.sets) as [FactPath, unknown][]) {
      if (LISTS.includes(path))
        for (const entry of value as string[]) this.#place(`${path}/${entry}`, path, entry, finding);
      else this.#place(path, path, value, finding);
    }
  }

  /** What a field says, unless words said it already. */
  addField(field: AttributeField, sets: Sets): void {
    for (const [path, value] of Object.entries(sets) as [FactPath, unknown][])
      if (!this.#facts.has(path)) this.#facts.set(path, { path, value, finding: undefined, field });
  }

  #place(key: string, path: FactPath, value: unknown, finding: Finding): void {
    const before = this.#facts.get(key);
    if (before?.finding && finding.negative && !before.finding.negative) return;
    this.#facts.set(key, { path, value, finding });
  }

  get(path: FactPath): Fact | undefined {
    return this.#facts.get(path);
  }

  set(fact: Fact): void {
    this.#facts.set(fact.path, fact);
  }

  delete(path: FactPath): void {
    this.#facts.delete(path);
  }

  /** Everything that is known, in the order in which it was said. */
  all(): Fact[] {
    return [...this.#facts.values()];
  }
}
