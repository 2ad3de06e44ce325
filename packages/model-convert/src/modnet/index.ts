export { convertModnet } from './convert-modnet.js';
