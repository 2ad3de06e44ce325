export * from './error-record.js';
export * from './logging.js';
export * from './metrics.js';
export * from './metrics-server.js';
export * from './telemetry.js';
