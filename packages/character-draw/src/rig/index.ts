export * from './body.js';
export * from './expression.js';
export * from './head-sections.js';
export * from './person.js';
export * from './proportions.js';
export * from './rig.js';
export * from './silhouette.js';
export * from './view.js';
