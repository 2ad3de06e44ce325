export { groom } from './groom.js';
export { capOutline, hairline } from './hairline.js';
export * from './lock.js';
