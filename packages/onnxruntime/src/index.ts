export { env, InferenceSession, listSupportedBackends, Tensor } from './runtime.js';
