export type { components, operations, paths } from './api.js';
export { AvatarApiError } from './api-error.js';
export * from './avatar-client.js';
export type { Fetch } from './retrying-fetch.js';
export type * from './types.js';
