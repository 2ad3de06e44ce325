import { z } from 'zod';
import type { Problem } from '../../errors/index.js';
import type { ProblemShape } from '../../http/error-handler.js';
import { statusOfVendors } from '../vendors/problem-status.js';

/** Every answer is `{ error, data }`, one of which is null. */
export const envelope = <Data extends z.ZodType>(data: Data) => z.object({ error: z.null(), data });

export const inEnvelope = <Data>(data: Data) => ({ error: null, data });

const errorSchema = z
  .object({
    error: z.object({ code: z.string().describe('Stable; branch on this'), message: z.string() }),
    data: z.null(),
  })
  .meta({ id: 'HeyGenError' });

const problem = (description: string) => ({
  description,
  content: { 'application/json': { schema: errorSchema } },
});

/** Answers that any of the routes may give. */
export const heygenProblems = {
  '4xx': problem('What was wrong with the request'),
  '5xx': problem('Something that is not the fault of the request; try again'),
} as const;

/** The vendor's names, where it has one. */
const CODES: Readonly<Record<string, string>> = {
  'invalid-request': 'invalid_parameter',
  'invalid-options': 'invalid_parameter',
  'insufficient-credits': 'insufficient_credit',
  'no-free-seat': 'insufficient_credit',
  'content-policy': 'content_policy_violation',
  'rate-limited': 'rate_limit_exceeded',
};

export const heygenProblem: ProblemShape = ({ status, code, reason, detail, errors }) => ({
  status: statusOfVendors(status),
  body: { error: { code: codeOf({ code, reason }), message: messageOf(detail, errors) }, data: null },
});

function codeOf({ code, reason }: Pick<Problem, 'code' | 'reason'>): string {
  const known = (reason !== undefined && CODES[reason]) || CODES[code];
  return known || code.replaceAll('-', '_');
}

/** Names the fields as the vendor's documents do, without a slash. */
function messageOf(detail: string, errors: Problem['errors']): string {
  if (errors === undefined) return detail;
  return errors.map(({ pointer, detail: what }) => `${pointer.slice(1) || 'body'}: ${what}`).join('; ');
}
