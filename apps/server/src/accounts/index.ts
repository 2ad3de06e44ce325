export * from './account-directory.js';
export * from './account-settings.js';
export * from './billing.js';
export * from './credentials.js';
export * from './idempotency.js';
export * from './idempotency-store.js';
export * from './keys-command.js';
export * from './rate-limit.js';
