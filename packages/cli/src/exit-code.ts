import { AvatarError, type AvatarErrorCode } from '@avatar/stage';

/** What the command returns to the shell. */
export const EXIT = {
  done: 0,
  failed: 1,
  wrongUsage: 2,
  refused: 3,
  modelUnavailable: 4,
  gateExhausted: 5,
  interrupted: 130,
} as const;

const BY_CODE: Readonly<Partial<Record<AvatarErrorCode, number>>> = {
  'invalid-options': EXIT.wrongUsage,
  'input-rejected': EXIT.refused,
  'model-unavailable': EXIT.modelUnavailable,
  'gate-exhausted': EXIT.gateExhausted,
};

/** The exit code after many inputs: 0 when nothing failed; the code of the failures when they agree, else 1. */
export function exitCodeOfAll(errors: readonly unknown[]): number {
  const [first = EXIT.done, ...others] = new Set(errors.map(exitCodeOf));
  return others.length === 0 ? first : EXIT.failed;
}

/** The exit code for anything that a command threw, aborts and commander's own errors apart. */
export function exitCodeOf(error: unknown): number {
  return AvatarError.is(error) ? (BY_CODE[error.code] ?? EXIT.failed) : EXIT.failed;
}
