export { KONPRO, jobIdOf } from './konpro.js';
export { konproRoutes } from './konpro-routes.js';
export { announceToKonPro } from './webhook-message.js';
