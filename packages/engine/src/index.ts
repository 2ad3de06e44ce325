export { checkEngine } from './check-engine.js';
export { engineFailure, type EngineFailureOptions, type EngineFailureReason } from './engine-failure.js';
export { engineSize } from './engine-size.js';
export { paintPortrait } from './paint-portrait.js';
export type * from './portrait-engine.js';
