import {
  chatCompletionsInterpreter,
  type ChatCompletionsOptions,
  type Interpret,
} from '@avatar/conversation';

/** A language model of the operator's, for messages that the rules do not understand. */
export interface Interpreter {
  readonly interpret: Interpret;
  /** Milliseconds that one message may take. */
  readonly timeoutMs: number;
  /** Told why one was not used. The error holds nothing of the message. */
  readonly onFailure: (error: unknown) => void;
}

export function configuredInterpreter(
  config: (ChatCompletionsOptions & Pick<Interpreter, 'timeoutMs'>) | undefined,
  onFailure: Interpreter['onFailure'],
): Interpreter | undefined {
  if (config === undefined) return undefined;
  const { timeoutMs, ...endpoint } = config;
  return { interpret: chatCompletionsInterpreter(endpoint), timeoutMs, onFailure };
}
