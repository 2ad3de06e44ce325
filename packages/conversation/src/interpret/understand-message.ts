import { AvatarError } from '@avatar/stage';
import { judgeBrief } from '../policy.js';
import { readMessage, type MessageContext } from '../read-message.js';
import type { Reading } from '../reading.js';
import type { ConversationState } from '../recipe/state.js';
import { checkInterpretation } from './check-interpretation.js';
import { interpretedReading } from './interpreted-reading.js';
import type { Interpret } from './interpret.js';

export interface UnderstandContext extends MessageContext {
  /** Asked where the rules understood nothing. Default: nobody, and the rules' question is the answer. */
  readonly interpret?: Interpret;
  /** Milliseconds that it may take, 1 to 600,000. Default 10,000. */
  readonly timeoutMs?: number;
  /** The caller is gone. */
  readonly signal?: AbortSignal;
  /** Told why an interpretation was not used; the rules' question is the answer then. */
  readonly onFailure?: (error: unknown) => void;
}

const TIMEOUT_MS = 10_000;

/**
 * Understands a message: by the rules, and where they understood nothing of it by `interpret`.
 *
 * The content policy goes before everything. An interpretation has to be a list of edits by the schema of
 * `checkEdits`, without any other field; its English is judged by the content policy again; edits that do not fit
 * whoever is drawn are left out, and so is the colour of a known person's skin. One that fails, is late or is no
 * interpretation changes nothing: the answer is the rules' question.
 *
 * @throws AvatarError as `readMessage` does; the reason of `signal`
 */
export async function understandMessage(
  message: string,
  state: ConversationState,
  { interpret, timeoutMs = TIMEOUT_MS, signal, onFailure, ...context }: UnderstandContext = {},
): Promise<Reading> {
  const byRules = readMessage(message, state, context);
  if (interpret === undefined || byRules.kind !== 'ask' || byRules.isUnclear !== true) return byRules;
  try {
    const given = await inTime(interpret, message, state, timeoutMs, signal);
    const { edits, english } = checkInterpretation(given);
    const refused = english === undefined ? undefined : judgeBrief(english);
    if (refused) return { kind: 'refuse', category: refused.category, text: refused.publicMessage };
    return interpretedReading(edits, state, context) ?? byRules;
  } catch (error) {
    signal?.throwIfAborted();
    onFailure?.(error);
    return byRules;
  }
}

/** Whatever an interpreter does about its signal, nobody waits for it longer. */
async function inTime(
  interpret: Interpret,
  message: string,
  { now }: ConversationState,
  timeoutMs: number,
  caller: AbortSignal | undefined,
): Promise<unknown> {
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = caller ? AbortSignal.any([caller, limit]) : limit;
  const late = new Promise<never>((_, reject) => {
    const end = () =>
      reject(new AvatarError('timeout', `The interpreter did not answer within ${timeoutMs} ms`));
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
  return Promise.race([interpret(message, now.recipe, signal), late]);
}
