import type { Unsupported } from '../brief-reading.js';
import type { Sets } from '../meaning/sets.js';
import type { Facts } from '../result/facts.js';
import {
  AGE_NAMES,
  GENDER_NAMES,
  isUnspecified,
  POSE_NAMES,
  tokenOf,
  type BriefAttributes,
} from './brief-attributes.js';
import { ethnicityPrior } from './ethnicity-prior.js';

/** Adds what the fields say where the text says nothing, and tells what no character has. */
export function readAttributes(attributes: BriefAttributes, facts: Facts, seed: number): Unsupported[] {
  const unsupported: Unsupported[] = [];
  for (const [name, words] of Object.entries(attributes) as [string, string | undefined][]) {
    if (words === undefined || isUnspecified(words)) continue;
    const sets = setsOf(name, tokenOf(words), seed);
    const reason = REASONS[name];
    if (sets) facts.addField({ name, words }, sets);
    else if (reason) unsupported.push({ words, from: 'attribute', start: 0, end: 0, reason, field: name });
  }
  return unsupported;
}

const REASONS: Readonly<Record<string, Unsupported['reason']>> = {
  ethnicity: 'origin',
  orientation: 'format',
  style: 'look',
};

function setsOf(name: string, token: string, seed: number): Sets | undefined {
  switch (name) {
    case 'age':
      return { age: AGE_NAMES[token] };
    case 'gender':
      return { presentation: GENDER_NAMES[token] };
    case 'pose':
      return { 'pose.framing': POSE_NAMES[token] };
    case 'ethnicity':
      return ethnicityPrior(token, seed);
    default:
      return undefined;
  }
}
