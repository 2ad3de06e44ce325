export type { Database, Orm, SqlResult } from './database.js';
export { openDatabase } from './open-database.js';
export * as schema from './schema/index.js';
