import type { AvatarErrorCode } from '@avatar/stage';
import type { ApiErrorCode } from './api-error.js';

export type ProblemCode = AvatarErrorCode | ApiErrorCode;

interface Answer {
  readonly status: number;
  readonly title: string;
  /** Our own trouble: its message would tell callers nothing that they could do better. */
  readonly isOurs?: true;
}

/** The one place where a code becomes an HTTP status, and where it says whose trouble it is. */
export const ANSWERS: Readonly<Record<ProblemCode, Answer>> = {
  'invalid-request': { status: 400, title: 'The request is malformed' },
  'invalid-options': { status: 400, title: 'An option is unknown or out of range' },
  unauthorized: { status: 401, title: 'A valid API key is needed' },
  'insufficient-credits': { status: 402, title: 'There are not enough credits' },
  'no-free-seat': { status: 402, title: 'All seats are taken' },
  'style-not-allowed': { status: 403, title: 'This account may not use the style' },
  'scope-missing': { status: 403, title: 'The key is not for that' },
  'link-expired': { status: 403, title: 'The link is not valid any more' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This address does not take the method' },
  conflict: { status: 409, title: 'Not possible in the present state' },
  'idempotency-request-running': { status: 409, title: 'The first request with this key is still running' },
  'payload-too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'This content type is not understood' },
  'idempotency-key-too-long': { status: 400, title: 'The Idempotency-Key is too long' },
  'idempotency-request-differs': { status: 422, title: 'The Idempotency-Key came with another request' },
  'input-rejected': { status: 422, title: 'The photo or the words cannot be used' },
  'gate-exhausted': { status: 422, title: 'No avatar passed the checks' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  cancelled: { status: 409, title: 'The job was cancelled' },
  interrupted: { status: 503, title: 'The server stopped in the middle of the run' },
  overloaded: { status: 503, title: 'No capacity at the moment' },
  unavailable: { status: 503, title: 'The server cannot do it at the moment' },
  'model-unavailable': { status: 503, title: 'A model is not available', isOurs: true },
  timeout: { status: 504, title: 'It took too long' },
  'inference-failed': { status: 500, title: 'A model could not be run', isOurs: true },
  'stage-failed': { status: 500, title: 'A step failed', isOurs: true },
  'pipeline-invalid': { status: 500, title: 'Something is wrong on our side', isOurs: true },
  'internal-error': { status: 500, title: 'Something is wrong on our side', isOurs: true },
};
