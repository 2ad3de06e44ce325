export { compareEmbeddings, createAvatarGenerator } from './avatar-generator.js';
export type { AvatarGenerator, Comparison, RunControl } from './avatar-generator.js';
export {
  avatarPipeline,
  judgedStages,
  modelIdsOf,
  personStages,
  photoStages,
  styledStages,
  type AvatarPipelineOptions,
} from './avatar-pipeline.js';
export { avatarRequest, type AvatarRequest } from './avatar-request.js';
export type {
  AvatarResult,
  CharacterAvatarResult,
  FinishedAvatar,
  PhotoAvatarResult,
} from './avatar-result.js';
export { MODES, type Mode } from './modes.js';
export { FAIL_POLICIES } from './options.js';
export type { FailPolicy, GenerateOptions, GeneratorOptions } from './options.js';
export type { PhotoAnalysis } from './photo-analysis.js';
export type { PhotoInput } from './photo-source.js';
