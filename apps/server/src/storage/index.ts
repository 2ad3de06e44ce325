export * from './file-link.js';
export * from './key-ring.js';
export * from './object-archive.js';
export type { ObjectStore } from './object-store.js';
export * from './open-store.js';
export * from './url-signer.js';
