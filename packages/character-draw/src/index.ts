export * from './character-draw.js';
export * from './draw-character.js';
export { notDrawn } from './not-drawn.js';
export { VECTOR_LOOK_NAMES } from './vector-looks.js';
export * from './hair/index.js';
export { LOOK_NAMES, type LookName } from './looks/looks.js';
export * from './looks/toon3d/index.js';
export type { DrawCharacterOptions, PictureFormat } from './options.js';
export * from './rig/index.js';
