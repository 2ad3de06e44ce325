import type { Problem } from '../../errors/index.js';
import type { ProblemShape } from '../../http/error-handler.js';
import { statusOfVendors } from '../vendors/problem-status.js';
import type { FaceAvatarAnswer } from './schemas.js';

export const faceAvatarProblem: ProblemShape = (problem) => ({
  status: statusOfVendors(problem.status),
  body: {
    time_required: null,
    error: problem.detail,
    error_data: errorData(problem),
    input: null,
    output: [],
    app_id: null,
    task_id: null,
    status: 'FAILURE',
  } satisfies FaceAvatarAnswer,
});

/** What programs branch on. */
export const errorData = ({ code, reason, errors }: Problem): Record<string, unknown> => ({
  code: reason ?? code,
  ...(errors && { fields: errors.map(({ pointer, detail }) => ({ field: pointer.slice(1), detail })) }),
});
