export { portraitMatte } from './portrait-matte.js';
export { cutout } from './cutout.js';
export type { PortraitMatteOptions } from './options.js';
