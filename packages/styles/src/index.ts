export type * from './grade.js';
export type * from './style.js';
export * from './backgrounds.js';
export * from './contexts.js';
export * from './palettes.js';
export * from './platforms.js';
export * from './styles.js';
