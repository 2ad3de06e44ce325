export { ApiError, notFound, type ApiErrorCode, type FieldError } from './api-error.js';
export { problemOf, problemSchema, type Problem } from './problem.js';
export { ANSWERS, type ProblemCode } from './statuses.js';
