export { createModelHub } from './model-hub.js';
export type { ModelHub, ModelHubOptions, ModelSession } from './hub-contract.js';
export type { ExecutionProvider } from './inference.js';
export { recordedUse } from './recorded-use.js';
export type { LocalModel } from './local-model.js';
export type { Tensor } from './tensor.js';
export { pullModels } from './pull.js';
export type { DownloadProgress, PullOptions } from './pull.js';
export { listModels, verifyModels } from './stored-models.js';
export type { ListedModel } from './stored-models.js';
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
