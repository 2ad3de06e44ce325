export { background } from './background.js';
export { backdropFromHex, type BackdropColours, type Rgb } from './colour/backdrop-colours.js';
export type { BackgroundOptions, DrawnBackground } from './options.js';
