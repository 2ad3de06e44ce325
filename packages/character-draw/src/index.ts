export * from './rig/index.js';
