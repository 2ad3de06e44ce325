import { inArray, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import { holds, type Lease } from './lease.js';

const { generations } = schema;

/**
 * What this process runs at the moment, and nothing else: a run that ended without its end being written down gives
 * no sign of life.
 */
export class HeldLeases {
  readonly #held = new Map<string, Lease>();

  constructor(private readonly database: Database) {}

  hold(lease: Lease): void {
    this.#held.set(lease.id, lease);
  }

  letGo({ id, delivery }: Lease): void {
    if (this.#held.get(id)?.delivery === delivery) this.#held.delete(id);
  }

  /** A sign of life for every lease that is held. */
  async beat(): Promise<void> {
    const leases = [...this.#held.values()];
    if (leases.length === 0) return;
    await this.database.orm
      .update(generations)
      .set({ heartbeatAt: sql`now()` })
      .where(
        sql`${inArray(
          generations.id,
          leases.map(({ id }) => id),
        )} and (${sql.join(leases.map(holds), sql` or `)})`,
      );
  }
}
