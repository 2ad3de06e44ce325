export type { PhotoFields } from '../api/schemas/avatar-options.js';
export { passed } from './avatar-record.js';
export { generationRequest, type GenerationRequest } from './generation-request.js';
export { GenerationRunner, type RunEnd } from './generation-runner.js';
export { GenerationStore } from './generation-store.js';
export type { Announce, Lease, NewGeneration, Outcome } from './lease.js';
export { newId } from './ids.js';
export { cacheInput, checkPhotoFields, photoBytes, type PhotoSources } from './photo-source.js';
export {
  avatarResponse,
  jobResponse,
  requestOf,
  type GenerationRow,
  type KeptPictures,
  type Presenter,
  type StoredResult,
} from './present.js';
