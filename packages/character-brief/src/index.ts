export type * from './brief-reading.js';
export type { BriefAttributes } from './attributes/brief-attributes.js';
export type { UnsupportedReason } from './lexicon/sense.js';
export { MAX_BRIEF_LENGTH, type ReadBriefOptions } from './options.js';
export { readBrief } from './read-brief.js';
export { namesKnownPerson } from './policy/content-policy.js';
