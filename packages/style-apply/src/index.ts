export { styleApply } from './style-apply.js';
export type { StyleApplyOptions } from './options.js';
