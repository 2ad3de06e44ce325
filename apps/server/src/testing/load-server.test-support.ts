// The product's server, but for its workers, which have no models: `load-worker.js` lies beside it.
import { createWorkerPool } from '@avatar/worker-pool';
import { loadConfig } from '../config/config.js';
import { serve } from '../process/serve.js';

const config = loadConfig(process.env);
const { workers, maxQueued, deadlineMs } = config.limits;
const pool = createWorkerPool({
  module: new URL('./load-worker.js', import.meta.url),
  workers,
  maxQueued,
  deadlineMs,
});
// What is there when everything that nobody needs has been collected; with `node --expose-gc`.
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
await serve(config, process.argv[2] === 'worker' ? 'worker' : 'all', () => undefined, { pool });
