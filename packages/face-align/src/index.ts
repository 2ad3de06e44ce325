export { faceAlign } from './face-align.js';
export { faceDetect } from './face-detect.js';
export { faceRegions } from './face-regions.js';
export type { FaceAlignOptions, FaceDetectOptions, FaceRegionsOptions, FramingOptions } from './options.js';
export { innerPhoto } from './inner-photo/inner-photo.js';
