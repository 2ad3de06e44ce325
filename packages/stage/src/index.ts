export type * from './artifacts.js';
export type * from './geometry.js';
export type * from './pixels.js';
export type * from './verdict.js';
export type * from './warning.js';
export type * from './event.js';
export * from './error.js';
export * from './options.js';
export * from './stage.js';
