export { JobQueue } from './job-queue.js';
export { JobWorker } from './job-worker.js';
export { createRecovery, recoverGenerations, type RecoverySettings } from './recovery.js';
