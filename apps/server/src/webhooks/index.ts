export * from './callback-fetch.js';
export * from './delivery-list.js';
export * from './webhook-dispatcher.js';
export * from './webhook-outbox.js';
