import { AvatarError, type AvatarErrorCode } from '@avatar/stage';

/** An error as it crosses a process border. */
export type PlainError =
  | {
      readonly kind: 'avatar';
      readonly code: AvatarErrorCode;
      readonly message: string;
      readonly reason: string | undefined;
      readonly publicMessage: string | undefined;
      readonly stage: string | undefined;
      readonly facts: AvatarError['facts'];
      readonly cause: PlainCause | undefined;
    }
  | {
      readonly kind: 'other';
      readonly name: string;
      readonly message: string;
      readonly stack: string | undefined;
    };

/** Of a cause, what an operator needs: a file that is not there has `ENOENT`. */
interface PlainCause {
  readonly message: string;
  readonly code: string | undefined;
}

export function toPlainError(error: unknown): PlainError {
  if (AvatarError.is(error)) {
    const { code, message, reason, publicMessage, stage, facts, cause } = error;
    return {
      kind: 'avatar',
      code,
      message,
      reason,
      publicMessage,
      stage,
      facts,
      cause: plainCause(cause),
    };
  }
  if (!(error instanceof Error))
    return { kind: 'other', name: 'Error', message: String(error), stack: undefined };
  const { name, message, stack } = error;
  return { kind: 'other', name, message, stack };
}

function plainCause(cause: unknown): PlainCause | undefined {
  if (!(cause instanceof Error)) return undefined;
  const { code } = cause as { code?: unknown };
  return { message: cause.message, code: typeof code === 'string' ? code : undefined };
}

/** What is no AvatarError in the child is a `stage-failed` here, with the child's error as its cause. */
export function fromPlainError(plain: PlainError): AvatarError {
  if (plain.kind === 'avatar') {
    const { code, message, reason, publicMessage, stage, facts, cause } = plain;
    return new AvatarError(code, message, {
      facts,
      reason,
      publicMessage,
      stage,
      ...(cause === undefined
        ? {}
        : {
            cause: Object.assign(
              new Error(cause.message),
              cause.code === undefined ? {} : { code: cause.code },
            ),
          }),
    });
  }
  const cause = new Error(plain.message);
  cause.name = plain.name;
  if (plain.stack !== undefined) cause.stack = plain.stack;
  return new AvatarError('stage-failed', `A worker failed: ${plain.message}`, {
    reason: 'worker-failed',
    cause,
  });
}
