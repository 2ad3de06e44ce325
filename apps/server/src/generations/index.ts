export { Acceptance, type AvatarRequest, type RunResult } from './accept.js';
export { cancelBatch, cancelJob } from './cancel.js';
export type { AvatarRecord, AvatarWarning } from './avatar-record.js';
export { drawPerson, type Drawing, type DrawingParts, type DrawingRequest } from './draw-person.js';
export { endOfBatch } from './end-of-batch.js';
export { EventWriter, toldEvent } from './event-log.js';
export { FairGate } from './fair-gate.js';
export { examinePhoto, type PhotoAnalysis } from './examine.js';
export { figuresOf, type StyleFigures } from './figures.js';
export { followGeneration, type Followed } from './follow.js';
export { idPattern, newId } from './ids.js';
export type { Announce, Lease } from './lease.js';
export { measurePerson } from './measure-person.js';
export { keepPhoto, photoBytes, type PhotoSource, type PhotoSources } from './photo-source.js';
export { jobPage, reviewPage, type GenerationPage } from './pages.js';
export {
  batchOf,
  batchRecords,
  recordsOf,
  endedBatch,
  forgetExpiredPictures,
  forgetPictures,
  hasPicture,
  writeChoice,
} from './queries.js';
export { subjectOfJob, type JobSource, type JobSubject } from './queued-subject.js';
export { tidied, type QueueParts } from './queue-jobs.js';
export type { DrawnRequest } from './drawn-request.js';
export { readWords, type ReadWords } from './read-words.js';
export { recordOf, type GenerationRecord, type GenerationRow } from './record.js';
export type { GenerationRequest, Wishes } from './request.js';
export { checkQueueDepth, waitingJobs, type QueueLimits } from './queue-depth.js';
export { GenerationRunner, type JobEnd } from './runner.js';
export { GenerationSignals } from './signals.js';
export { usageByDay } from './usage.js';
export { GenerationStore, type ClaimedJob, type OnCreated } from './store.js';
