export * from './load.js';
export type { LoadOptions } from './options.js';
