import { AvatarError } from '@avatar/stage';

/** What of an error may be written into a log. */
export interface ErrorRecord {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly reason?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** Places in the code, without the text of the error. */
  readonly stack?: string;
  readonly cause?: ErrorRecord;
}

const MAX_CAUSES = 4;
const FRAME = /^\s+at .*$/gm;

const CONNECTION_CALLS = new Set(['connect', 'listen', 'bind', 'read', 'write']);

/** What the system says of a connection has an address of ours and nothing else; an operator needs it. */
const isOfConnection = (error: Error): boolean =>
  CONNECTION_CALLS.has(String((error as NodeJS.ErrnoException).syscall)) && !('path' in error);

/**
 * An error without personal data. Our own errors say nothing about a person by their contract. Those of others may
 * quote what they choked on (a statement's values, a line of a body), so only their kind and code are told, and where
 * they were thrown.
 */
export function errorRecord(error: unknown, depth = 0): ErrorRecord {
  if (!(error instanceof Error)) return { type: typeof error, message: '(not an error)' };
  const own = AvatarError.is(error);
  const { code } = error as { code?: unknown };
  const stack = error.stack?.match(FRAME)?.join('\n');
  return {
    type: error.name,
    message: own || isOfConnection(error) ? error.message : '(withheld: it may quote data)',
    ...(typeof code === 'string' && { code }),
    ...(own && error.reason !== undefined && { reason: error.reason }),
    ...(own && { facts: error.facts }),
    ...(stack !== undefined && { stack }),
    ...(error.cause !== undefined && depth < MAX_CAUSES && { cause: errorRecord(error.cause, depth + 1) }),
  };
}
