import type { Sets } from '../meaning/sets.js';
import type { Finding, Mention } from '../reading/mention.js';
import type { Leftover } from '../reading/report-mentions.js';

/** Findings with one garment, and the garments that nobody would see. */
export interface Dressed {
  readonly findings: readonly Finding[];
  readonly hidden: readonly Leftover[];
}

/** Colours of a garment under another become its second colour; two of the same layer cannot both be drawn. */
export function withOneGarment(findings: readonly Finding[]): Dressed {
  const worn = new Set<Mention>();
  for (const { mention, negative } of findings)
    if (mention?.noun.layer !== undefined && !negative) worn.add(mention);
  if (isInSpacesuit(findings)) {
    const sameSuit = findings.map((finding) => (isSuit(finding) ? { ...finding, sets: {} } : finding));
    return { findings: sameSuit, hidden: [] };
  }
  if (worn.size < 2) return { findings, hidden: [] };
  const outermost = [...worn].reduce((outer, other) => (layer(other) > layer(outer) ? other : outer));
  const kept: Finding[] = [];
  const hidden = new Map<Mention, Leftover>();
  for (const finding of findings) {
    const { mention } = finding;
    if (!mention || !worn.has(mention) || mention === outermost) kept.push(finding);
    else if (isUnder(mention, outermost)) {
      const second = asSecond(finding.sets);
      if (second) kept.push({ ...finding, sets: second });
    } else hidden.set(mention, leftoverOf(mention));
  }
  return { findings: kept, hidden: [...hidden.values()] };
}

/** An astronaut's suit is a spacesuit. */
const isInSpacesuit = (findings: readonly Finding[]): boolean =>
  findings.some(
    ({ sets, mention }) => sets['clothing.style'] === 'spacesuit' && mention?.noun.domain === 'person',
  );
const isSuit = ({ sets }: Finding): boolean => sets['clothing.style'] === 'suit';

/** From here on clothes are costumes: two of them cannot be worn at once. */
const COSTUME = 4;

const isUnder = (inner: Mention, outer: Mention): boolean =>
  layer(inner) < layer(outer) && layer(inner) < COSTUME;

const layer = ({ noun }: Mention): number => noun.layer ?? 0;

/** Only its colour is seen of what is worn underneath. */
const asSecond = (sets: Sets): Sets | undefined =>
  sets['clothing.hex'] === undefined ? undefined : { 'clothing.second': sets['clothing.hex'] };

const leftoverOf = ({ item, bound }: Mention): Leftover => ({
  from: Math.min(item.from, ...bound.map((modifier) => modifier.item.from)),
  to: Math.max(item.to, ...bound.map((modifier) => modifier.item.to)),
  reason: 'not-drawn',
});
