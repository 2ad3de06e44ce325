import type { ComfyUiHttp } from './comfyui-http.js';

const TIDY_UP_MS = 5_000;

/**
 * Leaves nothing of a job on the server: its entry in the history is deleted, and a job that is not wanted any more is
 * taken out of the queue or interrupted. A server that cannot be told is let be.
 */
export async function stopJob(http: ComfyUiHttp, jobId: string, isUnwanted: boolean): Promise<void> {
  const signal = AbortSignal.timeout(TIDY_UP_MS);
  const post = (route: string, content: object) =>
    http.json(route, { method: 'POST', body: JSON.stringify(content), signal });
  try {
    if (isUnwanted) {
      await post('queue', { delete: [jobId] });
      // Older servers interrupt whatever runs: only if that is this job.
      if (isRunning(await http.json('queue', { signal }), jobId))
        await post('interrupt', { prompt_id: jobId });
    }
    await post('history', { delete: [jobId] });
  } catch {
    // The picture, or the reason why there is none, is known already.
  }
}

/** Entries of the queue are lists: their number, then their id. */
const isRunning = ({ queue_running: running }: Record<string, unknown>, jobId: string): boolean =>
  Array.isArray(running) && running.some((entry) => Array.isArray(entry) && entry[1] === jobId);
