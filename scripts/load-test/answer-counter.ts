import { setTimeout as pause } from 'node:timers/promises';

const LOST_PAUSE_MS = 250;

/** Counts answers, and lets lost connections wait a moment: the server may just be starting again. */
export class AnswerCounter {
  readonly statuses: Record<string, number> = {};
  readonly statusesAway: Record<string, number> = {};
  withoutRetryAfter = 0;

  constructor(private readonly isDatabaseAway: () => boolean) {}

  readonly fetch = async (request: Request): Promise<Response> => {
    const wasAway = this.isDatabaseAway();
    const count = (name: string): void => {
      add(this.statuses, name);
      // Both before and after: in between it may have gone or come.
      if (wasAway && this.isDatabaseAway()) add(this.statusesAway, name);
    };
    try {
      const response = await fetch(request);
      count(String(response.status));
      const isAgain = response.status === 503 || response.status === 429;
      if (isAgain && !response.headers.has('retry-after')) this.withoutRetryAfter++;
      return response;
    } catch (error) {
      if (!request.signal.aborted) {
        count('lost');
        await pause(LOST_PAUSE_MS);
      }
      throw error;
    }
  };
}

function add(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
