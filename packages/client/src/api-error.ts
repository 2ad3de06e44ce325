import type { Problem } from './types.js';

/** An answer that is an error, as RFC 9457 problem details. Branch on `code`. */
export class AvatarApiError extends Error {
  readonly status: number;
  /** `insufficient-credits`, `input-rejected`, `rate-limited` ... `unknown` when something else than the server answered. */
  readonly code: string;
  /** Why a photo was refused, with `input-rejected`: `no-face`, `too-small` ... */
  readonly reason: string | undefined;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? `The server answered ${status}`);
    this.name = 'AvatarApiError';
    this.status = status;
    this.code = problem?.code ?? 'unknown';
    this.reason = problem?.reason;
    this.problem = problem;
  }
}

/** The error of an answer, whoever gave it: a proxy on the way may answer with a page. */
export function apiError(status: number, body: unknown): AvatarApiError {
  const isProblem = typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
  return new AvatarApiError(status, isProblem ? (body as Problem) : undefined);
}
