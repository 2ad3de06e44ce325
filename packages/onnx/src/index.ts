export { createModelHub } from './create-model-hub.js';
export { pullModels } from './pull-models.js';
export { onnxRuntime } from './onnx-runtime.js';
export type { ExecutionProvider, OnnxHubOptions, OnnxRuntimeOptions } from './options.js';
export { runtimeFacts, type RuntimeFacts } from './runtime-facts.js';
export type { LoadedModel, ModelHub } from '@avatar/models';
