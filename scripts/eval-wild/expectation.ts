import { readFileSync } from 'node:fs';
import type { PhotoFacts } from './photo-facts.js';

/** What has to hold all together. */
export interface Condition {
  readonly outcome?: 'avatar' | 'refused';
  /** The refusal's reason is one of these. */
  readonly reasons?: readonly string[];
  /** Regular expression, whatever the case: the refusal's message, or the code and message of one warning, matches. */
  readonly says?: string;
  /** None of them matches. */
  readonly saysNot?: string;
  readonly decisions?: readonly string[];
  /** Least and largest value by the measure's name; null is open. A measure that is missing does not hold. */
  readonly measures?: Readonly<Record<string, readonly [number | null, number | null]>>;
}

/** The result that one input should have, seen from one kind of trouble. */
export interface Expectation {
  /** In the folder of photos, or the name of a recipe. */
  readonly file: string;
  /**
   * Kind of trouble, K1 to K10 and `small`; `control`: as good as the baseline, or, where `right` says what is
   * better than that, as this.
   */
  readonly kind: string;
  /** What it is about, in a word or two. */
  readonly about?: string;
  /** Style token. Default: corporate_headshot. */
  readonly style?: string;
  readonly facts?: PhotoFacts & { readonly circle?: readonly [x: number, y: number, radius: number] };
  /** Any of these is right. */
  readonly right?: readonly Condition[];
  /** Any of these will do. */
  readonly acceptable?: readonly Condition[];
  /** A control that is only acceptable in the baseline. */
  readonly baselineAcceptable?: boolean;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'));

export const readExpectations = (): readonly Expectation[] =>
  read('expectations.json') as readonly Expectation[];

/** What was measured of one input, all of it plain facts. */
export interface StoredAnswer {
  readonly outcome: 'avatar' | 'refused';
  readonly reason?: string | undefined;
  readonly decision?: string | undefined;
  readonly warnings: readonly string[];
  readonly measures: Readonly<Record<string, number>>;
}

/** Answers by file and style, as they were before the repairs. */
export const readBaseline = (): Readonly<Record<string, StoredAnswer>> =>
  read('baseline.json') as Readonly<Record<string, StoredAnswer>>;
