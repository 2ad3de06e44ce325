import type { StorageConfig } from '../config/config.js';
import { createLocalStore } from './local-store.js';
import type { ObjectStore } from './object-store.js';

/** The store that the configuration names. Amazon's library is loaded only where it is used. */
export async function openStore(config: StorageConfig): Promise<ObjectStore> {
  if (config.kind === 'local') return createLocalStore(config.directory);
  return (await import('./s3-store.js')).createS3Store(config);
}
