import type { Domain, DomainMeaning } from './domain.js';
import { HAIR } from './hair.js';
import { HEAD } from './head.js';
import { WORN } from './worn.js';

const ALL: Readonly<Partial<Record<Domain, DomainMeaning>>> = { ...HAIR, ...HEAD, ...WORN };
const NOTHING: DomainMeaning = {};

/** What nouns of a domain understand. */
export const meaningOf = (domain: Domain): DomainMeaning => ALL[domain] ?? NOTHING;
