import { AvatarError, type AvatarErrorCode } from '@avatar/stage';

interface Failure {
  readonly code: AvatarErrorCode;
  /** For the person in the photo, with the next step. */
  readonly publicMessage: string;
}

const LATER =
  'The picture could not be painted just now. Try again in a few minutes, or choose another style.';
const OTHER_STYLE = 'This style is not available at the moment. Choose another style.';

/** Every way in which a provider fails, and what a caller sees of it. */
const FAILURES = {
  'engine-timeout': { code: 'timeout', publicMessage: LATER },
  'engine-unreachable': { code: 'model-unavailable', publicMessage: LATER },
  'engine-unauthorised': { code: 'model-unavailable', publicMessage: OTHER_STYLE },
  'engine-busy': { code: 'overloaded', publicMessage: LATER },
  'engine-refused': {
    code: 'inference-failed',
    publicMessage: 'The provider refused to paint this picture. Choose another style or another photo.',
  },
  'engine-failed': { code: 'inference-failed', publicMessage: LATER },
  'engine-no-image': { code: 'inference-failed', publicMessage: LATER },
  'engine-wrong-output': { code: 'inference-failed', publicMessage: OTHER_STYLE },
} as const satisfies Readonly<Record<string, Failure>>;

/** The `reason` of an error that a provider caused. */
export type EngineFailureReason = keyof typeof FAILURES;

export interface EngineFailureOptions {
  readonly cause?: unknown;
  /** Numbers and short names, such as `httpStatus` or `node`. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * A failure of a provider as the toolkit's own error.
 * @param message for developers: what happened, and what to do next. No words of the request
 */
export function engineFailure(
  engineId: string,
  reason: EngineFailureReason,
  message: string,
  { cause, facts }: EngineFailureOptions = {},
): AvatarError {
  const { code, publicMessage } = FAILURES[reason];
  return new AvatarError(code, `The engine "${engineId}" ${message}`, {
    reason,
    publicMessage,
    facts: { engine: engineId, ...facts },
    cause,
  });
}
