import { problemSchema } from '../../../errors/index.js';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** Answers that any route may give. */
export const problems = {
  '4xx': problem('What was wrong with the request; `code` says it in a word'),
  '5xx': problem('Something that is not the fault of the request; try again'),
} as const;
