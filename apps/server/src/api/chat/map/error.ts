import { problemOf } from '../../../errors/index.js';
import { asOurs } from '../../../http/error-handler.js';
import type { ChatError } from '../schemas.js';

/** What the vendor says of an exhausted balance. */
const NO_BALANCE = 'Failed to create prediction: HTTP 422';
const UNPAID = new Set(['insufficient-credits', 'no-free-seat']);

export interface ChatFailure {
  readonly status: number;
  readonly body: ChatError;
  readonly retryAfterSeconds: number | undefined;
}

/** Any error as these routes answer it. */
export function chatFailure(error: unknown): ChatFailure {
  const { problem, retryAfterSeconds } = problemOf(asOurs(error));
  const isUnpaid = UNPAID.has(problem.code);
  const status = isUnpaid ? 422 : problem.status;
  const code = problem.reason === 'content-policy' ? 'content-policy' : problem.code;
  const message = isUnpaid ? NO_BALANCE : problem.detail;
  const { reason, errors, facts } = problem;
  const details = {
    ...(isUnpaid && { detail: problem.detail }),
    ...(reason !== undefined && { reason }),
    ...(errors && { errors }),
    ...(facts && { facts }),
  };
  const [field] = errors ?? [];
  const openAi = {
    message,
    type: status >= 500 ? 'server_error' : 'invalid_request_error',
    code,
    param: field === undefined ? null : field.pointer.replace(/^\//, '').replaceAll('/', '.') || null,
  };
  return { status, retryAfterSeconds, body: { type: 'error', code, message, details, error: openAi } };
}
