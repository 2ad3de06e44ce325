import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Billing } from '../billing/index.js';
import { schema, type Database, type Orm } from '../database/index.js';
import { ApiError } from '../errors/index.js';
import { passed } from './avatar-record.js';
import {
  holds,
  measured,
  resultColumns,
  type Announce,
  type Lease,
  type NewGeneration,
  type Outcome,
  type RunMeasures,
} from './lease.js';
import { recordOf, type GenerationRecord, type GenerationRow } from './record.js';
import { requestToStore } from './stored-versions.js';

const { generations, batches } = schema;

/** A queued generation that a worker took. */
export interface ClaimedJob {
  readonly record: GenerationRecord;
  readonly lease: Lease;
  /** Object of its photo; null when it has none. */
  readonly inputKey: string | null;
}

/** The life of generations in the database. Every change of status is guarded by the status before it. */
export class GenerationStore {
  constructor(
    private readonly database: Database,
    private readonly billing: Billing,
    private readonly announce: Announce,
    /** For metrics. */
    private readonly onFinished: (record: GenerationRecord) => void = () => undefined,
  ) {}

  /** A generation that runs at once, in this process. */
  async begin(created: NewGeneration, workerId: string): Promise<Lease> {
    await this.#insert(this.database.orm, created, {
      status: 'running',
      workerId,
      deliveries: 1,
      startedAt: new Date(),
      heartbeatAt: new Date(),
    });
    return { id: created.id, workerId, delivery: 1 };
  }

  /** Generations that wait for a worker; `enqueue` puts them into the queue in the same transaction. */
  async queue(
    created: readonly NewGeneration[],
    batch: typeof batches.$inferInsert | undefined,
    enqueue: (transaction: Orm, ids: readonly string[]) => Promise<void>,
  ): Promise<readonly GenerationRecord[]> {
    return this.database.transaction(async (transaction) => {
      if (batch !== undefined) await transaction.insert(batches).values(batch);
      const rows: GenerationRow[] = [];
      for (const one of created) rows.push(await this.#insert(transaction, one, { status: 'queued' }));
      await enqueue(
        transaction,
        created.map(({ id }) => id),
      );
      return rows.map(recordOf);
    });
  }

  async #insert(
    orm: Orm,
    { id, accountId, request, kind, inputKey, createdAt, batch }: NewGeneration,
    state: Partial<typeof generations.$inferInsert> & { readonly status: schema.GenerationStatus },
  ): Promise<GenerationRow> {
    const { options, series, callbackUrl, callbackId } = request;
    const values = {
      id,
      accountId,
      kind,
      request: requestToStore(request),
      inputKey,
      createdAt,
      batchId: batch?.id,
      batchIndex: batch?.index,
      style: options.style,
      platform: options.platform,
      series,
      callbackUrl,
      callbackId,
      ...state,
    };
    const [row] = await orm.insert(generations).values(values).returning();
    return row;
  }

  /** Takes a queued generation. Undefined when somebody else has, or it has ended. */
  async claim(id: string, workerId: string): Promise<ClaimedJob | undefined> {
    const [row] = await this.database.orm
      .update(generations)
      .set({
        status: 'running',
        workerId,
        deliveries: sql`${generations.deliveries} + 1`,
        startedAt: sql`coalesce(${generations.startedAt}, now())`,
        heartbeatAt: sql`now()`,
      })
      .where(and(eq(generations.id, id), eq(generations.status, 'queued')))
      .returning();
    return (
      row && {
        record: recordOf(row),
        inputKey: row.inputKey,
        lease: { id, workerId, delivery: row.deliveries },
      }
    );
  }

  /**
   * Ends a generation: result, charge, message and status in one transaction, or nothing.
   * @returns its record; undefined when the lease was lost, and nothing was done
   */
  async finish(lease: Lease, outcome: Outcome, measures: RunMeasures): Promise<GenerationRecord | undefined> {
    const ended = await this.database.transaction(async (transaction) => {
      const [row] = await transaction
        .update(generations)
        .set({
          status: outcome.status,
          ...measured(measures),
          finishedAt: sql`now()`,
          latencyMs: sql`extract(epoch from clock_timestamp() - ${generations.createdAt}) * 1000`,
          workerId: null,
          inputKey: null,
          ...(outcome.status === 'succeeded'
            ? resultColumns(outcome.result)
            : { error: { ...outcome.problem } }),
        })
        .where(holds(lease))
        .returning();
      if (row === undefined) return undefined;
      const credits =
        outcome.status === 'succeeded' && passed(outcome.result.avatar)
          ? await this.billing.charge(transaction, row.id)
          : await this.billing.release(transaction, row.id).then(() => 0);
      await transaction
        .update(generations)
        .set({ creditsCharged: credits })
        .where(eq(generations.id, row.id));
      const charged = recordOf({ ...row, creditsCharged: credits });
      await this.announce(transaction, charged);
      return charged;
    });
    if (ended) this.onFinished(ended);
    return ended;
  }

  /** Gives a generation back to the queue. @returns whether the lease was still held */
  async requeue(
    lease: Lease,
    measures: RunMeasures,
    enqueue: (transaction: Orm, ids: readonly string[]) => Promise<void>,
  ): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      const requeued = await transaction
        .update(generations)
        .set({ status: 'queued', workerId: null, heartbeatAt: null, ...measured(measures) })
        .where(holds(lease))
        .returning({ id: generations.id });
      if (requeued.length > 0) await enqueue(transaction, [lease.id]);
      return requeued.length > 0;
    });
  }

  /**
   * Ends a generation that nobody has finished.
   * @throws ApiError `conflict` when it has ended; undefined when there is none
   */
  async cancel(accountId: string, id: string): Promise<GenerationRecord | undefined> {
    return this.database.transaction(async (transaction) => {
      const [row] = await transaction
        .update(generations)
        .set({ status: 'cancelled', finishedAt: sql`now()`, inputKey: null })
        .where(
          and(
            eq(generations.id, id),
            eq(generations.accountId, accountId),
            inArray(generations.status, ['queued', 'running']),
          ),
        )
        .returning();
      if (row !== undefined) {
        await this.billing.release(transaction, id);
        const record = recordOf(row);
        await this.announce(transaction, record);
        return record;
      }
      const [ended] = await transaction
        .select()
        .from(generations)
        .where(and(eq(generations.id, id), eq(generations.accountId, accountId)));
      if (ended === undefined) return undefined;
      if (ended.status === 'cancelled') return recordOf(ended);
      throw new ApiError('conflict', `The job has ended already: it ${ended.status}`);
    });
  }

  async find(accountId: string, id: string): Promise<GenerationRecord | undefined> {
    const [row] = await this.database.orm
      .select()
      .from(generations)
      .where(and(eq(generations.id, id), eq(generations.accountId, accountId)));
    return row && recordOf(row);
  }

  /** Whether it has ended, or is not there any more. */
  async hasEnded(id: string): Promise<boolean> {
    const [row] = await this.database.orm
      .select({ status: generations.status })
      .from(generations)
      .where(eq(generations.id, id));
    return row?.status !== 'queued' && row?.status !== 'running';
  }

  /** A sign of life for everything that this process runs. */
  async beat(workerId: string): Promise<void> {
    await this.database.orm
      .update(generations)
      .set({ heartbeatAt: sql`now()` })
      .where(and(eq(generations.workerId, workerId), eq(generations.status, 'running')));
  }
}
