export { openDatabase, type Database, type Orm, type SqlResult } from './database.js';
export * as schema from './schema/index.js';
