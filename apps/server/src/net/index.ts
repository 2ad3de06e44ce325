export * from './address-policy.js';
export * from './fetch-photo.js';
export * from './guarded-fetch.js';
export * from './patient-fetch.js';
export { systemLookup, type HostLookup } from './resolve-host.js';
