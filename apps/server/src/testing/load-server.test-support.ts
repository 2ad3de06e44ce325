// The product's server, but for its workers, which have no models: `load-worker.js` lies beside it.
import { createWorkerPool } from '@avatar/worker-pool';
import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '../config/config.js';
import { serve } from '../process/serve.js';

const COLLECTIONS = 3;
const BETWEEN_MS = 200;

const config = loadConfig(process.env);
const { workers, maxQueued, deadlineMs } = config.limits;
const pool = createWorkerPool({
  module: new URL('./load-worker.js', import.meta.url),
  workers,
  maxQueued,
  deadlineMs,
});
// What is there when everything that nobody needs has been collected; with `node --expose-gc`.
process.on('message', () => void collected().then((usage) => process.send?.(usage)));

/**
 * Also without what the engine would only give up for want of memory, such as compiled code that has not run for long:
 * that swings by more than a leak would show.
 */
async function collected(): Promise<NodeJS.MemoryUsage> {
  for (let round = 0; round < COLLECTIONS; round++) {
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    // What one collection finds out to be unneeded is freed by the next.
    await pause(BETWEEN_MS);
  }
  return process.memoryUsage();
}

await serve(config, process.argv[2] === 'worker' ? 'worker' : 'all', () => undefined, { pool });
