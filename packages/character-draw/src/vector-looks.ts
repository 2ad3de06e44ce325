import { LOOK_NAMES, LOOKS, type LookName } from './looks/looks.js';

/** The looks that also give SVG. */
export const VECTOR_LOOK_NAMES: readonly LookName[] = LOOK_NAMES.filter(
  (name) => LOOKS[name].svg !== undefined,
);
