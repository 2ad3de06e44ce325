export * from './knots.js';
export * from './oklch.js';
export * from './path.js';
export * from './point.js';
export * from './ribbon.js';
export * from './shapes.js';
export * from './spline.js';
export * from './svg-document.js';
