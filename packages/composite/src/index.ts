export { composite } from './composite.js';
