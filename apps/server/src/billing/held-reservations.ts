import { and, inArray, sql } from 'drizzle-orm';
import { schema, type Orm } from '../database/index.js';

const { generations, reservations } = schema;

export const SIGN_OF_LIFE = sql`now()`;

const isWritten = sql`exists (select 1 from ${generations} where ${generations.id} = ${reservations.generationId})`;

/**
 * What requests of this process hold until their generation is written: an upload to the store, a wait for a worker,
 * or a drawing that is never written. From then on the generation's own signs of life count.
 */
export class HeldReservations {
  readonly #ids = new Set<string>();

  constructor(private readonly orm: Orm) {}

  hold(generationId: string): void {
    this.#ids.add(generationId);
  }

  letGo(generationId: string): void {
    this.#ids.delete(generationId);
  }

  /** A sign of life for each that is still on its way; the others are let go. */
  async beat(): Promise<void> {
    const ids = [...this.#ids];
    if (ids.length === 0) return;
    const alive = await this.orm
      .update(reservations)
      .set({ heartbeatAt: SIGN_OF_LIFE })
      .where(and(inArray(reservations.generationId, ids), sql`not ${isWritten}`))
      .returning({ id: reservations.generationId });
    const isAlive = new Set(alive.map(({ id }) => id));
    for (const id of ids) if (!isAlive.has(id)) this.#ids.delete(id);
  }
}

/** Of generations that have ended, at once; of requests that came to nothing, when their process is gone. */
export async function releaseStale(orm: Orm, silenceMs: number): Promise<number> {
  const lastSign = sql`coalesce(${reservations.heartbeatAt}, ${reservations.createdAt} + interval '15 minutes')`;
  const released = await orm
    .delete(reservations)
    .where(
      sql`exists (select 1 from ${generations} where ${generations.id} = ${reservations.generationId}
            and ${generations.status} not in ('queued', 'running'))
        or (${lastSign} <= now() - make_interval(secs => ${silenceMs / 1000}::double precision)
            and not ${isWritten})`,
    )
    .returning({ id: reservations.generationId });
  return released.length;
}
