import type { ServerConfig } from '../config/config.js';
import type { Database } from './database.js';

/** Opens the database that the configuration names, and brings its tables up to date. */
export async function openDatabase(config: Pick<ServerConfig, 'database' | 'dataDir'>): Promise<Database> {
  const { url, poolSize } = config.database;
  // Only one of the two drivers is loaded.
  if (url === undefined) return (await import('./embedded.js')).openEmbedded(config.dataDir);
  return (await import('./postgres.js')).openPostgres(url, poolSize);
}
