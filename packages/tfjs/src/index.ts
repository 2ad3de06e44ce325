export { tfjs } from './tfjs.js';
export { startTensorFlow } from './start-tensorflow.js';
export type { RunningTensorFlow } from './start-tensorflow.js';
export { TFJS_ENGINES } from './options.js';
export type { RefusedEngine, StartedEngine, TfjsEngine, TfjsOptions } from './options.js';
