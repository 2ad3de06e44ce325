import { eventually, TRIED_FOR } from '../database/index.js';
import {
  subjectOfJob,
  type ClaimedJob,
  type EventWriter,
  type GenerationRunner,
  type JobEnd,
  type PhotoSources,
} from '../generations/index.js';

export interface AvatarJobSettings extends Pick<PhotoSources, 'archive' | 'guardedFetch'> {
  readonly runner: GenerationRunner;
  readonly deadlineMs: number;
}

const NOTHING = { computeMs: 0, cost: 0 };

/** Makes the avatar of a queued job from what was kept for it. Never rejects. */
export async function runAvatarJob(
  settings: AvatarJobSettings,
  { record, lease, inputKey }: ClaimedJob,
  signal: AbortSignal,
  events: EventWriter,
): Promise<JobEnd> {
  const { accountId, request } = record;
  const subject = await eventually(
    () => subjectOfJob(settings, accountId, inputKey, signal),
    TRIED_FOR.resultMs,
  ).catch((error: unknown) => ({ error }));
  if ('error' in subject) return { kind: 'failed', error: subject.error, measures: NOTHING };
  return settings.runner.run({
    lease,
    accountId,
    request,
    subject,
    signal,
    deadlineMs: settings.deadlineMs,
    unbounded: true,
    onEvent: (event) => events.write(event),
  });
}
