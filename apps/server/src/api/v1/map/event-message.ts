import type { Followed } from '../../../generations/index.js';
import { avatarAnswer } from './avatar-answer.js';
import type { Presenter } from './presenter.js';

/** One server-sent event. */
export interface EventMessage {
  readonly id?: string;
  readonly event: string;
  readonly data: unknown;
}

/** What is called otherwise on the wire. */
const WIRE_NAMES: Readonly<Record<string, string>> = {
  durationMs: 'duration_ms',
  intensity: 'style_intensity',
  likenessScore: 'likeness_score',
};

/** A told event's data. What was stored before has its names already. */
export const eventData = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [WIRE_NAMES[name] ?? name, value]));

/** What a job tells, or, when it has ended, its result, its error, or that it was cancelled. */
export function eventMessage(followed: Followed, presenter: Presenter): EventMessage {
  if (followed.kind === 'event') {
    const { id, type, data } = followed.event;
    return { id: String(id), event: type, data: eventData(data) };
  }
  const { record } = followed;
  if (record.status === 'succeeded') return { event: 'result', data: avatarAnswer(record, presenter) };
  if (record.status === 'failed') return { event: 'error', data: record.problem };
  return { event: 'cancelled', data: { id: record.id } };
}
