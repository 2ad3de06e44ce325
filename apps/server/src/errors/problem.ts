import { AvatarError } from '@avatar/stage';
import { z } from 'zod';
import { ApiError } from './api-error.js';
import { ANSWERS, type ProblemCode } from './statuses.js';

/** RFC 9457 problem details, with a `code` to branch on. */
export const problemSchema = z
  .object({
    type: z.string().describe('`urn:avatar:problem:` and the code'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe('What happened and what to do next'),
    code: z.string().describe('Stable; branch on this'),
    reason: z.string().optional().describe('Why a photo was refused'),
    instance: z.string().optional().describe('Name it when you report the problem'),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof problemSchema>;

const OVERLOADED_RETRY_SECONDS = 2;

export interface ProblemAnswer {
  readonly problem: Problem;
  readonly retryAfterSeconds: number | undefined;
}

/** Any error as the answer to a request or the end of a job. What is not foreseen tells nothing of itself. */
export function problemOf(error: unknown): ProblemAnswer {
  if (AvatarError.is(error)) return ofAvatarError(error);
  if (error instanceof ApiError) {
    const { code, message, errors, retryAfterSeconds } = error;
    return { problem: problem(code, message, errors && { errors: [...errors] }), retryAfterSeconds };
  }
  return {
    problem: problem('internal-error', 'Something went wrong on our side. Please try again.'),
    retryAfterSeconds: undefined,
  };
}

function ofAvatarError({ code, message, reason, publicMessage, facts }: AvatarError): ProblemAnswer {
  const ours = ANSWERS[code].isOurs === true;
  const detail = publicMessage ?? (ours ? 'Something went wrong on our side. Please try again.' : message);
  return {
    problem: problem(code, detail, {
      ...(reason !== undefined && !ours && { reason }),
      ...(!ours && Object.keys(facts).length > 0 && { facts: { ...facts } }),
    }),
    retryAfterSeconds:
      code === 'overloaded' || code === 'model-unavailable' ? OVERLOADED_RETRY_SECONDS : undefined,
  };
}

function problem(code: ProblemCode, detail: string, more: Partial<Problem> = {}): Problem {
  const { status, title } = ANSWERS[code];
  return { type: `urn:avatar:problem:${code}`, title, status, detail, code, ...more };
}
