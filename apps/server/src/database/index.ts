export type { Database, Orm, SqlResult } from './database.js';
export { eventually, TRIED_FOR } from './eventually.js';
export { comesAfter, cutPage, type PageQuery } from './newest-first.js';
export { isOutage } from './outage.js';
export { openDatabase } from './open-database.js';
export * as schema from './schema/index.js';
