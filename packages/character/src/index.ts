export * from './character-spec.js';
export type * from './filled-character.js';
export type * from './values/named-value.js';
export * from './values/clothing.js';
export * from './values/hair.js';
export * from './values/person.js';
export * from './values/pose.js';
export * from './values/worn.js';
