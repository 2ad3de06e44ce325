export * from './looks/toon3d/index.js';
export * from './rig/index.js';
export * from './hair/index.js';
