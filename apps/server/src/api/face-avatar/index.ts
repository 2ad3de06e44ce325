export { faceAvatarRoutes } from './face-avatar-routes.js';
