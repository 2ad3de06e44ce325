/**
 * SQLSTATE classes and codes after which the same statement may well succeed: connection exceptions, an operator's
 * intervention, too many connections, and transactions that stood in each other's way (PostgreSQL, appendix A).
 */
const PASSING_STATES = /^(08...|57P0[1-4]|53300|55P03|40001|40P01)$/;
const PASSING_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** What the driver says without a code. */
const PASSING_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|read-only transaction/;
const MAX_CAUSES = 5;

/** Whether the database could not be reached, or did not get to the end of its work, for reasons that pass. */
export function isOutage(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < MAX_CAUSES; depth++) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (PASSING_STATES.test(code) || PASSING_CODES.has(code) || PASSING_WORDS.test(cause.message))
      return true;
    if (cause instanceof AggregateError && cause.errors.some(isOutage)) return true;
    cause = cause.cause;
  }
  return false;
}
