import type { MadePicture } from './draw-snapshot.js';
import { verdictOn } from './picture-verdict.js';
import type { KeptConversation, ShownPicture } from './stored-state.js';
import type { TurnAnswer } from './turn.js';

/** What the answer says beyond what is known without it. */
export interface Ending {
  readonly status: TurnAnswer['status'];
  readonly content: string;
  readonly pictures?: readonly ShownPicture[];
  readonly made?: readonly MadePicture[];
  readonly unmet?: TurnAnswer['unmet'];
}

/** The answer to a message, over the state as it is stored. */
export function turnAnswer(
  taskId: string,
  { status, content, pictures = [], made = [], unmet = [] }: Ending,
  { state: { now, past, pending } }: KeptConversation,
): TurnAnswer {
  return {
    taskId,
    status,
    content,
    pictures,
    ...(pending && {
      question: { question: pending.question, options: pending.options.map(({ label }) => label) },
    }),
    recipe: now.recipe,
    ...(now.recipe.subject === 'character' && now.character && { character: now.character }),
    ...verdictOn(pictures),
    unmet,
    undoSteps: past.length,
    creditsCharged: made.reduce((sum, { creditsCharged }) => sum + creditsCharged, 0),
  };
}
