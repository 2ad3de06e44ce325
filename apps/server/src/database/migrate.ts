import { fileURLToPath } from 'node:url';

/** The same place seen from `src/database` and from `dist/database`. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Key of the advisory lock that lets one process at a time bring the tables up to date; any constant of our own. */
export const MIGRATION_LOCK = 7_203_991_557;
