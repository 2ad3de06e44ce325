export * from './save.js';
export type { SaveOptions } from './options.js';
export { AVATAR_NAMESPACE, DIGITAL_SOURCE_TYPE } from './compose-xmp.js';
export * from './write-file-atomic.js';
export * from './write-xmp.js';
