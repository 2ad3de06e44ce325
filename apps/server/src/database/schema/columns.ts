import { timestamp } from 'drizzle-orm/pg-core';

/** A moment that may not have come yet. */
export const moment = (name: string) => timestamp(name, { withTimezone: true });

/** When the row was written. */
export const created = () => moment('created_at').notNull().defaultNow();
