export { configuredEngines, type ConfiguredEngines } from './configured-engines.js';
