import { AvatarApiError } from './api-error.js';
import { delay } from './delay.js';
import { eventStream } from './event-stream.js';
import type { AvatarEvent, ChatEvent } from './types.js';

const ENDS = new Set(['result', 'error', 'cancelled']);
const RECONNECTS = 5;

/** Connects again where a connection ended before its events did, and goes on behind the last one. */
export async function* follow(
  connect: (lastId: string | undefined) => Promise<Response>,
  signal: AbortSignal | undefined,
): AsyncGenerator<AvatarEvent, void> {
  let lastId: string | undefined;
  for (let failures = 0; ;) {
    try {
      for await (const { id, event } of events(await connect(lastId))) {
        failures = 0;
        lastId = id ?? lastId;
        yield event;
        if (ENDS.has(event.type)) return;
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof AvatarApiError || failures >= RECONNECTS) throw error;
    }
    if (failures++ >= RECONNECTS)
      throw new Error('The connection to the job was lost; look at the job itself');
    await delay(500 * failures, signal);
  }
}

export async function* events(
  answer: Response,
): AsyncGenerator<{ readonly id: string | undefined; readonly event: AvatarEvent }> {
  if (answer.body === null) return;
  for await (const { id, event: type, data } of eventStream(answer.body))
    yield { id, event: { type, data: JSON.parse(data) as unknown } as AvatarEvent };
}

/** Events without names: each says itself what it is. */
export async function* chatEvents(answer: Response): AsyncGenerator<ChatEvent, void> {
  if (answer.body === null) return;
  for await (const { data } of eventStream(answer.body)) {
    if (data === '[DONE]') return;
    yield JSON.parse(data) as ChatEvent;
  }
}
