import type { UnsupportedWish } from '../avatar-result.js';

/** A field of the spec that the look has nothing for, as a wish. @param field `path=value` */
export const notInLook = (field: string): UnsupportedWish => ({
  words: field,
  from: 'spec',
  start: 0,
  end: 0,
  reason: 'not-in-look',
});
