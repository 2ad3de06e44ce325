import { AvatarError } from '@avatar/stage';

/** An error as data: what `--json` prints. */
export interface Failure {
  readonly code: string;
  readonly reason: string | null;
  /** Name of the stage that it came out of. */
  readonly stage: string | null;
  readonly message: string;
}

/**
 * One line for a person: their photo's problem in plain words, everything else as the developer message, which
 * names the command that helps.
 */
export function failureOf(error: unknown): Failure {
  if (AvatarError.is(error)) {
    const plain = error.code === 'input-rejected' ? error.publicMessage : undefined;
    const message =
      plain ?? withCause(error.message, error.code === 'stage-failed' ? error.cause : undefined);
    const { code, reason = null, stage = null } = error;
    return { code, reason, stage, message: oneLine(message) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', reason: null, stage: null, message: oneLine(message) };
}

const withCause = (message: string, cause: unknown): string =>
  cause instanceof Error ? `${message}: ${cause.message}` : message;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Whether the error says something about one photo only, so that the next one may well succeed. */
export const isOneInputsFault = (error: unknown): boolean =>
  AvatarError.is(error) && (error.code === 'input-rejected' || error.code === 'stage-failed');
