import type { components } from './api.js';
import type { Problem } from './types.js';

type ChatError = components['schemas']['ChatError'];

/** An answer that is an error, as RFC 9457 problem details or in the shape of a conversation. Branch on `code`. */
export class AvatarApiError extends Error {
  readonly status: number;
  /** `insufficient-credits`, `input-rejected`, `rate-limited` ... `unknown` when something else than the server answered. */
  readonly code: string;
  /** Why a photo was refused, with `input-rejected`: `no-face`, `too-small` ... */
  readonly reason: string | undefined;
  /** Absent where a conversation failed: its errors have another shape. */
  readonly problem: Problem | undefined;

  constructor(status: number, answer: Problem | ChatError | undefined) {
    super(
      answer === undefined
        ? `The server answered ${status}`
        : 'detail' in answer
          ? answer.detail
          : answer.message,
    );
    this.name = 'AvatarApiError';
    this.status = status;
    this.code = answer?.code ?? 'unknown';
    this.problem = answer && 'detail' in answer ? answer : undefined;
    const reason = answer && 'details' in answer ? answer.details['reason'] : this.problem?.reason;
    this.reason = typeof reason === 'string' ? reason : undefined;
  }
}

/** The error of an answer, whoever gave it: a proxy on the way may answer with a page. */
export function apiError(status: number, body: unknown): AvatarApiError {
  const isOurs =
    typeof body === 'object' && body !== null && 'code' in body && ('detail' in body || 'details' in body);
  return new AvatarApiError(status, isOurs ? (body as Problem | ChatError) : undefined);
}
