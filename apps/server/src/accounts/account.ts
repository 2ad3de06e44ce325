import type { schema } from '../database/index.js';

/** The tenant that a request belongs to. */
export interface Account {
  /** `acc_…` */
  readonly id: string;
  readonly name: string;
  readonly settings: schema.AccountSettings;
}
