export { faceApi } from './face-api.js';
export type { FaceApi, FaceApiOptions } from './face-api.js';
export { DESCRIPTOR_CALIBRATION, DESCRIPTOR_MODEL_ID } from './descriptor-calibration.js';
export { LANDMARKS_MODEL_ID } from './landmarks68.js';
export type { Landmarks68 } from './landmarks68.js';
export { DETECTOR_MODEL_ID } from './ssd-detector.js';
