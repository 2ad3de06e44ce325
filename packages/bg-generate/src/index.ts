export { background } from './background.js';
export type { BackdropColours, Rgb } from './colour/backdrop-colours.js';
export { paletteOf } from './palette-of.js';
export type { BackgroundOptions, DrawnBackground } from './options.js';
