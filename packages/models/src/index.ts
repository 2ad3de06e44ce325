export { createModelHub } from './model-hub.js';
export type { ModelHub, ModelHubOptions, ModelSession } from './model-hub.js';
export type { ExecutionProvider } from './inference.js';
export type { Tensor } from './tensor.js';
export { listModels, pullModels, verifyModels } from './pull.js';
export type { DownloadProgress, ListedModel, PullOptions } from './pull.js';
export type { WeightsState } from './store/weights-store.js';
export type { UnavailableReason } from './fetch/download-failure.js';
export { modelsDirectory } from './models-directory.js';
export type {
  Conversion,
  ModelEntry,
  ModelLicence,
  ModelSource,
  SourceFile,
  TensorContract,
  WarpTemplate,
} from './manifest.js';
