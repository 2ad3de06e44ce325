export { eventsAfter, publicEvent, type LoggedEvent } from './event-log.js';
export { JobQueue } from './job-queue.js';
export { JobWorker } from './job-worker.js';
export { recoverGenerations, type RecoverySettings } from './recovery.js';
export { GenerationSignals } from './signals.js';
export { submitJobs, type SubmitWorld } from './submit.js';
