export { createWorkerPool, type WorkerPool } from './worker-pool.js';
export type { PoolStats } from './pool-stats.js';
export type {
  CreateEngines,
  EnginesModule,
  MeasuredInWorker,
  PoolCall,
  AnyDrawOptions,
  DrawnFor,
  PoolAnimationOptions,
  PoolDrawOptions,
  PoolModelOptions,
  PoolGenerateCall,
  PoolGenerateOptions,
  PoolValidateOptions,
  RestartReason,
  RunUsage,
  WorkerGeneratorOptions,
  WorkerPoolOptions,
} from './options.js';
export type { CreateWorker, TaskControl, TaskName, Worker } from './protocol.js';
