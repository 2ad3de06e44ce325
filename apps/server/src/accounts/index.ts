export type { Account } from './account.js';
export * from './account-directory.js';
export * from './account-settings.js';
export type { Caller, KeyLimits, ListedKey } from './api-keys.js';
export * from './idempotency-store.js';
export { personBound, type SavedAnswer } from './kept-answers.js';
export * from './rate-windows.js';
