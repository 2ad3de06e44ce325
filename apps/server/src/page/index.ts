export { createDemoKey } from './demo-key.js';
export { pageRoutes } from './page-routes.js';
