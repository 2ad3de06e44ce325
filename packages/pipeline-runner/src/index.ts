export type { Pipeline, RunOptions } from './pipeline.js';
export type { RetryOptions } from './retry.js';
export type { AnyStage } from './any-stage.js';
export type { GateProblem, OrderProblem } from './problem.js';
export { joinGates } from './join-gates.js';
export { pipeline, pipelineFromStages } from './pipeline.js';
export { retryAtLowerIntensity } from './retry.js';
export { stageSeed } from './seed.js';
