export { detailEnhance } from './detail-enhance.js';
export type { DetailEnhanceOptions } from './options.js';
