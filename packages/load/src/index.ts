export * from './load.js';
export type { LoadOptions } from './options.js';
export { TooManyHeicPixels, type HeicDecoder, type HeicPicture } from './heic.js';
