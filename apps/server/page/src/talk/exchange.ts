import type { AvatarClient, ChatAnswer } from '@avatar/client';
import type { Message } from './composer.js';
import { failureOf, failureWith, LOST, type Failure } from './failure.js';
import type { ProgressView } from './progress-view.js';
import type { Recipe } from './recipe.js';

/** How a message ended. */
export type Outcome =
  | {
      readonly kind: 'answered';
      readonly text: string;
      readonly answer: Omit<ChatAnswer, 'content'>;
    }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly isLost: boolean }
  | { readonly kind: 'stopped' };

export interface ExchangeParts {
  readonly client: AvatarClient;
  readonly session: string;
  readonly signal: AbortSignal;
  readonly progress: ProgressView;
  /** What the picture that is being made is made of. */
  readonly onRecipe: (recipe: Recipe) => void;
}

/** Sends one message, and follows it to its end. */
export async function exchange(message: Message, parts: ExchangeParts): Promise<Outcome> {
  const { client, session, signal, progress, onRecipe } = parts;
  const { text, photo, character, picture } = message;
  const options = {
    session_id: session,
    ...(photo && { photos: [photo] }),
    ...(character && { character }),
    ...(picture && { picture }),
  };
  let said = '';
  let hasBegun = false;
  try {
    for await (const event of client.chat(text, options, { signal })) {
      hasBegun = true;
      progress.note(event);
      if (event.type === 'status') onRecipe(event.parameters);
      if (event.type === 'text_response') said = event.content;
      if (event.type === 'clarification_needed') said = withoutOptions(event.context, event.question);
      if (event.type === 'error' && event.code === 'content-policy') said = event.message;
      else if (event.type === 'error') {
        const failure = failureWith(event.code, event.message);
        return { kind: 'failed', failure, isLost: false };
      }
      if (event.type === 'complete') return { kind: 'answered', text: said, answer: event };
    }
  } catch (error) {
    if (signal.aborted) return { kind: 'stopped' };
    return hasBegun
      ? { kind: 'failed', failure: LOST, isLost: true }
      : { kind: 'failed', failure: failureOf(error), isLost: false };
  }
  return { kind: 'failed', failure: LOST, isLost: true };
}

/** The options become buttons. */
function withoutOptions(context: string, question: string): string {
  const at = context.indexOf(question);
  return at < 0 ? context : context.slice(0, at + question.length);
}
