import type { GenerationRecord } from '../../generations/index.js';
import { pictureLink, type Presenter } from '../v1/map/presenter.js';
import { warningsOf } from '../vendors/warnings.js';
import { errorData } from './problem-shape.js';
import type { FaceAvatarAnswer } from './schemas.js';

/** A task as it is answered. @param records of one batch, at least one @param input what was asked for */
export function taskAnswer(
  taskId: string,
  records: readonly GenerationRecord[],
  { app_id, ...input }: Readonly<Record<string, unknown>>,
  presenter: Presenter,
): FaceAvatarAnswer {
  const made = records.filter(({ status }) => status === 'succeeded');
  const status = statusOf(records, made.length);
  const problem = records.find((record) => record.problem !== undefined)?.problem;
  const isFailure = status === 'FAILURE';
  return {
    time_required: status === 'SUCCESS' || isFailure ? secondsOf(records) : null,
    error: isFailure ? (problem?.detail ?? 'The task was cancelled') : null,
    error_data: isFailure ? (problem === undefined ? { code: 'cancelled' } : errorData(problem)) : null,
    input: { ...input, warnings: warnings(records, made) },
    output: made.flatMap((record) => pictureLink(record, presenter) ?? []),
    app_id: typeof app_id === 'string' ? app_id : null,
    task_id: taskId,
    status,
  };
}

function statusOf(records: readonly GenerationRecord[], made: number): FaceAvatarAnswer['status'] {
  if (records.every(({ status }) => status === 'queued')) return 'PENDING';
  if (records.some(({ status }) => status === 'queued' || status === 'running')) return 'STARTED';
  return made === 0 ? 'FAILURE' : 'SUCCESS';
}

/** What is known beforehand, and behind it what the pictures came to. */
function warnings(records: readonly GenerationRecord[], made: readonly GenerationRecord[]) {
  const missing = records.length - made.length;
  const isOver = records.every(({ finishedAt }) => finishedAt !== undefined);
  return [
    ...(made.length > 0 ? warningsOf(made) : (records[0].request.warnings ?? [])),
    ...(isOver && missing > 0 && made.length > 0
      ? [{ code: 'incomplete', message: `${missing} of ${records.length} pictures could not be made.` }]
      : []),
  ].map(({ code, message }) => ({ code, message }));
}

function secondsOf(records: readonly GenerationRecord[]): number {
  const startMs = Math.min(...records.map(({ createdAt }) => createdAt.getTime()));
  const endMs = Math.max(...records.map(({ finishedAt, createdAt }) => (finishedAt ?? createdAt).getTime()));
  return Math.round(endMs - startMs) / 1000;
}
