export { InferenceSession, Tensor } from './runtime.js';
