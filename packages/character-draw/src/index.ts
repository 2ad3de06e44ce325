export * from './rig/index.js';
export * from './hair/index.js';
