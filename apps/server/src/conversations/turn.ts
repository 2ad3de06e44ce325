import type { CharacterSpec } from '@avatar/character';
import type { Recipe, Unmet } from '@avatar/conversation';
import type { Account } from '../accounts/index.js';
import type { Orm } from '../database/index.js';
import type { PhotoSource } from '../generations/index.js';
import type { Owner } from './conversation-store.js';
import type { StartingPoint } from './starting-point.js';
import type { PictureVerdict } from './picture-verdict.js';
import type { ShownPicture } from './stored-state.js';

/** A message, as some API understood its caller. */
export interface MessageRequest {
  readonly account: Account;
  readonly owner: Owner;
  /** Name of the conversation. */
  readonly name: string;
  readonly message: string;
  /** At most 4. */
  readonly photos: readonly PhotoSource[];
  /** What the message is about, where its caller says so. */
  readonly start: StartingPoint;
  /** Goes before what the message says of it. */
  readonly mode?: Recipe['mode'] | undefined;
  /** Whose seat the pictures take, and by whom they can be erased. */
  readonly reference?: string | undefined;
  /** Told of the answer in the transaction that writes it down. */
  readonly onAnswered?: ((transaction: Orm, answer: TurnAnswer) => Promise<void>) | undefined;
}

/** What is told while a message is answered, in this order. */
export type TurnEvent =
  /** What was understood, before anything is drawn. */
  | { readonly type: 'understood'; readonly text: string; readonly recipe: Recipe }
  | { readonly type: 'begun'; readonly execution: number; readonly style: string }
  /** A share in [0, 1], the stages behind it, and the one that is running, if any. */
  | {
      readonly type: 'progress';
      readonly execution: number;
      readonly style: string;
      readonly stage: string | undefined;
      readonly share: number;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly type: 'drawn';
      readonly execution: number;
      readonly picture: ShownPicture;
      readonly durationMs: number;
    };

export interface TurnListener {
  /** Aborted when the caller is gone. */
  readonly signal: AbortSignal;
  readonly tell: (event: TurnEvent) => void;
}

/** What a message came to. */
export interface TurnAnswer extends PictureVerdict {
  /** `tsk_…` */
  readonly taskId: string;
  readonly status: 'ok' | 'awaiting_input' | 'refused';
  /** For the person who wrote. */
  readonly content: string;
  readonly pictures: readonly ShownPicture[];
  readonly question?: { readonly question: string; readonly options: readonly string[] };
  readonly recipe: Recipe;
  readonly character?: CharacterSpec;
  readonly unmet: readonly Unmet[];
  /** Pictures that can be gone back to. */
  readonly undoSteps: number;
  readonly creditsCharged: number;
}
