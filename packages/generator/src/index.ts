export { compareEmbeddings, createAvatarGenerator } from './avatar-generator.js';
export type { AvatarGenerator, Comparison, RunControl } from './avatar-generator.js';
export {
  avatarPipeline,
  judgedStages,
  modelIdsOf,
  personStages,
  styledStages,
  type AvatarPipeline,
  type AvatarRun,
} from './avatar-pipeline.js';
export { photoStages, type AvatarPipelineOptions } from './shared-stages.js';
export { avatarRequest, type AvatarRequest } from './avatar-request.js';
export type {
  AvatarResult,
  CharacterAvatarResult,
  FinishedAvatar,
  MeasuredFields,
  PhotoAvatarResult,
  UnsupportedWish,
} from './avatar-result.js';
export type {
  AnimationFormat,
  AnimationOptions,
  CharacterAnimationResult,
} from './character/animation-options.js';
export { characterPipeline, type CharacterPipelineOptions } from './character/character-pipeline.js';
export { PICTURE_FORMATS, type DrawnFormat, type DrawOptions } from './character/draw-options.js';
export { drawRequest, type DrawRequest } from './character/draw-request.js';
export type { CharacterModelResult, ModelOptions } from './character/model-options.js';
export type { MeasuredCharacter } from './character/measure-character.js';
export type { Brief, CharacterInput } from './character/read-person.js';
export type { EngineCall } from './engine/engine-call.js';
export type { Engines } from './engine/engines.js';
export { growHeapInLargeSteps } from './grow-heap.js';
export { measureStyle, type MeasureStyleOptions } from './measure-style.js';
export { MODES, type Mode } from './modes.js';
export { FAIL_POLICIES } from './options.js';
export type { FailPolicy, GenerateOptions, GeneratorOptions } from './options.js';
export type { PhotoAnalysis } from './photo-analysis.js';
export type { PhotoInput } from './photo-source.js';
