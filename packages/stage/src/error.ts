const MARK = Symbol.for('avatar.error');

/** Closed set: what a caller may branch on. */
export type AvatarErrorCode =
  | 'invalid-options'
  | 'pipeline-invalid'
  | 'input-rejected'
  | 'model-unavailable'
  | 'inference-failed'
  | 'gate-exhausted'
  | 'timeout'
  | 'overloaded'
  | 'stage-failed';

/** Why a photo, the words about a person, or the examples of a style were refused (`input-rejected`). */
export type RejectionReason =
  | 'not-found'
  | 'not-an-image'
  | 'unsupported-format'
  | 'corrupt'
  | 'too-small'
  | 'too-large'
  | 'no-face'
  | 'face-not-clear'
  | 'several-faces'
  | 'face-too-small'
  | 'fetch-failed'
  | 'blocked-address'
  | 'content-policy'
  | 'too-few-examples'
  | 'too-many-examples'
  | 'incoherent-examples';

export interface AvatarErrorOptions {
  readonly reason?: string | undefined;
  /** For an end user: plain words, no technical terms, with the next step. */
  readonly publicMessage?: string | undefined;
  /** The facts: numbers and short names only. Never pixels, embeddings, file names or a user's text. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  readonly cause?: unknown;
  /** Name of the stage that it came out of. */
  readonly stage?: string | undefined;
}

/** The one error class. `AvatarError.is` also recognises an error of another installed copy. */
export class AvatarError extends Error {
  readonly [MARK] = true;
  readonly code: AvatarErrorCode;
  readonly reason: string | undefined;
  readonly publicMessage: string | undefined;
  /** Name of the stage that threw it; a runner fills it in. Undefined where no stage was running. */
  readonly stage: string | undefined;
  readonly facts: Readonly<Record<string, string | number | boolean>>;

  /** @param message for developers: what happened and what to do next */
  constructor(code: AvatarErrorCode, message: string, options: AvatarErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AvatarError';
    this.code = code;
    this.reason = options.reason;
    this.publicMessage = options.publicMessage;
    this.facts = options.facts ?? {};
    this.stage = options.stage;
  }

  static is(error: unknown): error is AvatarError {
    return typeof error === 'object' && error !== null && MARK in error;
  }

  /** A photo or words that cannot be used, with what their owner can do about it. */
  static rejected(
    reason: RejectionReason,
    message: string,
    options: Omit<AvatarErrorOptions, 'reason'> = {},
  ): AvatarError {
    // By its own name the bundler would rename the class, and stack traces show it.
    return new this('input-rejected', message, { publicMessage: message, ...options, reason });
  }
}
