import type { Unmet } from '../reading.js';
import type { Said } from '../said.js';

const WHY = 'I did not understand that, and left it.';

/** What nobody understood of a message of which the rest is done. */
export const notUnderstood = ({ leftOver }: Pick<Said, 'leftOver'>): readonly Unmet[] =>
  leftOver.map((words) => ({ words, why: WHY }));
