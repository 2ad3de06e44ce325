import type { ProblemShape } from '../../http/error-handler.js';
import { statusOfVendors } from '../vendors/problem-status.js';

/** The document shows 200 and 400 only: whatever is wrong with the words is a 400 too. */
export const konproProblem: ProblemShape = ({ status, code, reason, detail, errors, facts }) => {
  const isOfWords = reason === 'content-policy';
  const field = errors?.[0]?.pointer.slice(1) || (isOfWords ? 'appearance' : optionOf(facts));
  const what = errors?.[0]?.detail ?? detail;
  return {
    status: isOfWords ? 400 : statusOfVendors(status),
    body: {
      status: 'error',
      code: reason ?? code,
      message: field === undefined ? what : `${field}: ${what}`,
      ...(field !== undefined && { field }),
    },
  };
};

const optionOf = (facts: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  typeof facts?.option === 'string' ? facts.option : undefined;
