import type { UnsupportedReason } from '../lexicon/sense.js';
import type { Domain } from '../meaning/domain.js';
import type { Item } from './items.js';
import { findingsOf, type Finding, type Mention } from './mention.js';

/** Words that were meant as a wish and are in no finding, as a range of words. */
export interface Leftover {
  readonly from: number;
  readonly to: number;
  readonly reason: UnsupportedReason;
}

/** Features that everybody has: "no long hair" does not mean none. */
const FEATURES: readonly Domain[] = [
  'hair',
  'curls',
  'eyes',
  'brows',
  'nose',
  'mouth',
  'face',
  'jaw',
  'chin',
  'cheeks',
  'ears',
  'skin',
  'body',
  'shoulders',
];
/** Nouns that say something only with an adjective. */
const REPORTED: readonly Domain[] = [
  'eyes',
  'nose',
  'mouth',
  'brows',
  'chin',
  'cheeks',
  'ears',
  'hair',
  'clothing',
];

/** What the mentions of a text give, now that all their modifiers are known. */
export function reportMentions(mentions: readonly Mention[]): {
  readonly findings: readonly Finding[];
  readonly leftovers: readonly Leftover[];
} {
  const findings: Finding[] = [];
  const leftovers: Leftover[] = [];
  const leave = ({ from, to }: Item, reason: UnsupportedReason): void =>
    void leftovers.push({ from, to, reason });
  for (const mention of mentions) {
    const { noun, item, from, bound, negated, isPlace } = mention;
    if (negated && FEATURES.includes(noun.domain) && bound.length > 0) {
      leave(spanOfMention(mention), 'unknown');
      continue;
    }
    const isElsewhere = noun.domain === 'elsewhere';
    // What is no part of a character takes its adjectives with it.
    if (noun.reason && !negated) leave(isElsewhere ? { ...item, from } : item, noun.reason);
    if (isElsewhere && !noun.sets && !noun.colours) continue;
    const found = findingsOf(mention);
    findings.push(...found);
    const says = found.length > 0 || isPlace || negated || bound.length > 0;
    const others = () => mentions.some((other) => other !== mention && other.noun.domain === noun.domain);
    if (!says && REPORTED.includes(noun.domain) && !others()) leave(item, 'unknown');
  }
  return { findings, leftovers };
}

/** From the first to the last word of a mention and its modifiers. */
const spanOfMention = ({ item, from, bound }: Mention): Item => ({
  ...item,
  from: Math.min(from, ...bound.map((modifier) => modifier.item.from)),
  to: Math.max(item.to, ...bound.map((modifier) => modifier.item.to)),
});
