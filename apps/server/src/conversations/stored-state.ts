import type { ChosenPhotos } from './chosen-photos.js';
import type { PictureVerdict } from './picture-verdict.js';
import { EMPTY_STATE, MOST_PAST, type ConversationState, type Snapshot } from '@avatar/conversation';

/** Of what is written now. */
const VERSION = 1;

/** A picture that was drawn, and until when it lies in the store. */
export interface ShownPicture {
  /** `out_…` */
  readonly key: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly sizePx: number;
  /** Token of the style or the look. */
  readonly style: string;
  /** `avt_…` */
  readonly generationId: string;
  /** Not known of pictures of earlier versions. */
  readonly verdict?: PictureVerdict;
  /** Of one of several: what it was made of. */
  readonly snapshot?: Snapshot;
}

/** What is known of a conversation between two messages. */
export interface KeptConversation {
  readonly state: ConversationState;
  /** `inp_…` of the photo in use. */
  readonly photo?: string;
  /** Photos of the same person, `photo` among them: a character is measured from all of them. */
  readonly together?: readonly string[];
  /** Names of everybody it was about, for their erasure. */
  readonly references?: readonly string[];
  /** Of photos that were sent together, while it is asked which is meant. */
  readonly candidates?: readonly string[];
  /** Pictures of the state as it is, and of those before it, in the order of `state.past`. */
  readonly shown: readonly ShownPicture[];
  readonly shownBefore: readonly (readonly ShownPicture[])[];
  /** In the order of `state.ahead`. */
  readonly shownAhead?: readonly (readonly ShownPicture[])[];
}

export const NEW_CONVERSATION: KeptConversation = { state: EMPTY_STATE, shown: [], shownBefore: [] };

/** The photos that the conversation works with. */
export const chosenBefore = ({ photo, together = [] }: KeptConversation): ChosenPhotos | undefined =>
  photo === undefined ? undefined : { photo, together };

type Json = Readonly<Record<string, unknown>>;

export const conversationToStore = (kept: KeptConversation): Json => ({ version: VERSION, ...kept });

/** @throws Error for a row of a later server: it would be read wrongly */
export function storedConversation({ version, ...kept }: Json): KeptConversation {
  if (version === VERSION) return kept as unknown as KeptConversation;
  throw new Error(
    `A conversation was stored in version ${JSON.stringify(version)}, and this server knows ${VERSION}`,
  );
}

/** What was shown before, with what is shown now at its end; as long as what can be gone back to. */
export const shownAfter = ({ shown, shownBefore }: KeptConversation): KeptConversation['shownBefore'] =>
  [...shownBefore, shown].slice(-MOST_PAST);

type Shown = Pick<KeptConversation, 'shown' | 'shownBefore' | 'shownAhead'>;

/** The pictures so many steps back. */
export function undoneShown({ shown, shownBefore, shownAhead = [] }: Shown, steps: number): Shown {
  const at = Math.max(0, shownBefore.length - steps);
  return {
    shown: shownBefore[at] ?? [],
    shownBefore: shownBefore.slice(0, at),
    shownAhead: [...shownBefore.slice(at + 1), shown, ...shownAhead],
  };
}

/** The pictures that were undone last. */
export function redoneShown({ shown, shownBefore, shownAhead = [] }: Shown): Shown {
  const [next = [], ...further] = shownAhead;
  return { shown: next, shownBefore: [...shownBefore, shown].slice(-MOST_PAST), shownAhead: further };
}
