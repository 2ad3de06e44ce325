export { portraitMatte } from './portrait-matte.js';
export { cutout } from './cutout.js';
export { background } from './background.js';
export { composite } from './composite.js';
export { backdropFromHex, type BackdropColours, type Rgb } from './backdrop-colours.js';
export type { BackgroundOptions, CompositeOptions, PortraitMatteOptions } from './options.js';
