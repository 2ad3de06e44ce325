export { runAvatarJob } from './avatar-job.js';
export { takeNextJob, type JobLine } from './job-line.js';
export { JobQueue } from './job-queue.js';
export { JobWorker } from './job-worker.js';
export { createRecovery, recoverGenerations, type RecoverySettings } from './recovery.js';
