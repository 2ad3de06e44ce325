export type { PhotoFields } from '../api/schemas/avatar-options.js';
export { passed } from './avatar-record.js';
export { generationRequest, type GenerationRequest } from './generation-request.js';
export { GenerationRunner, type RunEnd } from './generation-runner.js';
export {
  GenerationStore,
  type Announce,
  type Lease,
  type NewGeneration,
  type Outcome,
} from './generation-store.js';
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
