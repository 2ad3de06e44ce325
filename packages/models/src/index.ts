export type { LoadedModel, ModelHub, ModelHubOptions } from './model-hub.js';
export { assembleModelHub } from './assemble-model-hub.js';
export type { ModelHubParts } from './assemble-model-hub.js';
export type {
  Feeds,
  Inference,
  InferenceBackend,
  TfjsWeights,
  WeightsFormat,
  WeightsOfFormat,
} from './runtime.js';
export type { FetchedFiles, WeightsConversion, WeightsConverter } from './weights-converter.js';
export { loadIfAvailable } from './load-if-available.js';
export { recordedUse } from './recorded-use.js';
export type { LocalModel } from './local-model.js';
export { tensorSize } from './tensor.js';
export type { Tensor } from './tensor.js';
export { fetchModels } from './fetch-models.js';
export type { FetchOptions } from './fetch-models.js';
export type { DownloadProgress } from './download-models.js';
export { listModels, removeModels, verifyModels } from './stored-models.js';
export { bundleModels, importModels } from './models-bundle.js';
export type { BundleOptions } from './models-bundle.js';
export type { ListedModel } from './stored-models.js';
export type { WeightsState } from './store/weights-store.js';
export { modelUnavailable } from './fetch/download-failure.js';
export type { UnavailableReason } from './fetch/download-failure.js';
export { modelsDirectory } from './models-directory.js';
export { findModel } from './manifest.js';
export type {
  Conversion,
  ModelEntry,
  ModelLicence,
  ModelSource,
  SourceFile,
  TensorContract,
  WarpTemplate,
} from './manifest.js';
