import { applyEdits, isSame, type ConversationState } from '../recipe/state.js';
import type { Edit } from '../recipe/edits.js';

const BACK_TO =
  /(?<![\p{L}])(?:back to|return to|go to|show me again|i (?:want|prefer|preferred|like|liked|loved)) (?:the |my |that |our )?(?<which>[^.,;!?]{2,40}?) (?:one|version|picture|avatar)(?: again| please| before| from before)*[\s.!]*$/u;
/** Words that name no picture by what is in it. */
const BY_PLACE = /^(?:first|last|previous|original|old|new|next|other|same|earlier|one before)$/u;

/** What "back to the cartoon one" names. @param text in plain signs */
export function namedEarlier(text: string): string | undefined {
  const which = BACK_TO.exec(text.trim())?.groups?.which;
  return which === undefined || BY_PLACE.test(which) ? undefined : which;
}

/** How many pictures back the latest is that is as edits would make it; undefined where none is. */
export function stepsBackTo(edits: readonly Edit[], { past }: ConversationState): number | undefined {
  if (edits.length === 0) return undefined;
  const at = past.findLastIndex(
    (one) => one.recipe.subject !== undefined && isSame(applyEdits(one, edits), one),
  );
  return at < 0 ? undefined : past.length - at;
}
