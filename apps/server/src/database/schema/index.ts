export * from './accounts.js';
export * from './generations.js';
export * from './idempotency.js';
export * from './job-turns.js';
export * from './ledger.js';
export * from './rate-windows.js';
export * from './stored-objects.js';
export * from './webhook-deliveries.js';
