export * from './character-fit.js';
export * from './fit-character.js';
export type * from './fitted-character.js';
