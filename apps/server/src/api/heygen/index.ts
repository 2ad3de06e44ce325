export { heygenRoutes } from './heygen-routes.js';
export { announceToHeyGen } from './map/webhook-message.js';
export { HEYGEN } from './heygen.js';
