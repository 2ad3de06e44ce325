import { backdropIn } from '@avatar/conversation';
import type { PoolDrawOptions } from '@avatar/worker-pool';
import type { ReadWords } from '../../generations/index.js';

/** What is drawn behind the person for words that ask for a backdrop. @returns undefined when they name none that there is */
export function wishedBackdrop({
  unsupported,
}: Pick<ReadWords, 'unsupported'>): Pick<PoolDrawOptions, 'background' | 'palette'> | undefined {
  const named = unsupported.flatMap(({ reason, words }) =>
    reason === 'background' ? (backdropIn(words) ?? []) : [],
  );
  // A place says more than a colour.
  return named.find(({ background }) => background?.startsWith('#') !== true) ?? named[0];
}
