/** What the server itself refuses; what the toolkit refuses is an AvatarError. */
export type ApiErrorCode =
  | 'invalid-request'
  | 'unauthorized'
  | 'insufficient-credits'
  | 'no-free-seat'
  | 'style-not-allowed'
  | 'scope-missing'
  | 'not-found'
  | 'link-expired'
  | 'method-not-allowed'
  | 'conflict'
  | 'payload-too-large'
  | 'unsupported-media-type'
  | 'idempotency-key-too-long'
  | 'idempotency-request-running'
  | 'idempotency-request-differs'
  | 'rate-limited'
  | 'cancelled'
  | 'interrupted'
  | 'unavailable'
  | 'internal-error';

/** One thing that is wrong with a request. */
export interface FieldError {
  /** JSON pointer into the body, or the name of a parameter. */
  readonly pointer: string;
  readonly detail: string;
}

export interface ApiErrorOptions {
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** An answer that is an error. The message is for whoever calls the API. */
export class ApiError extends Error {
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ApiErrorCode,
    message: string,
    { errors, retryAfterSeconds, cause }: ApiErrorOptions = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ApiError';
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const notFound = (what: string): ApiError =>
  new ApiError('not-found', `There is no such ${what}, or it is not yours`);
