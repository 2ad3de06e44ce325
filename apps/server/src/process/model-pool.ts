import { createWorkerPool, type WorkerPool } from '@avatar/worker-pool';
import type { ServerConfig } from '../config/config.js';
import type { ConfiguredEngines } from '../engines/index.js';
import type { Metrics } from '../observability/index.js';

/** The child processes that run models, as the configuration describes them. */
export const createModelPool = (
  { limits, modelsDir }: ServerConfig,
  { styles, source: engines }: ConfiguredEngines,
  metrics: Metrics,
): WorkerPool =>
  createWorkerPool({
    workers: limits.workers,
    maxQueued: limits.maxQueued,
    deadlineMs: limits.deadlineMs,
    styles,
    engines,
    load: { maxBytes: limits.maxUploadBytes },
    onRestart: (reason) => metrics.workerRestarted(reason),
    ...(modelsDir !== undefined && { models: { directory: modelsDir } }),
  });
