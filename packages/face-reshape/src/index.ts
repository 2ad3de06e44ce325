export { faceReshape } from './face-reshape.js';
export { MAX_SMILE, MAX_YAW_DEG, type FaceReshapeOptions } from './options.js';
