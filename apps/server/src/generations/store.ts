import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Billing } from '../billing/index.js';
import { schema, type Database, type Orm } from '../database/index.js';
import { ApiError } from '../errors/index.js';
import { settle } from './settle.js';
import { endObjects } from './end-objects.js';
import { HeldLeases } from './held-leases.js';
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
import { finishedBefore, insertGeneration } from './rows-twice.js';

const { generations, batches } = schema;

/** A queued generation that a worker took. */
export interface ClaimedJob {
  readonly record: GenerationRecord;
  readonly lease: Lease;
  /** Object of its photo; null when it has none. */
  readonly inputKey: string | null;
}

/** What else is written in the transaction that makes generations, such as what a repeated request is to find. */
export type OnCreated = (transaction: Orm, id: string) => Promise<void>;

/** The life of generations in the database. Every change of status is guarded by the status before it. */
export class GenerationStore {
  /** What this process runs. */
  readonly leases: HeldLeases;

  constructor(
    private readonly database: Database,
    private readonly billing: Billing,
    private readonly announce: Announce,
    /** For metrics. */
    private readonly onFinished: (record: GenerationRecord) => void = () => undefined,
  ) {
    this.leases = new HeldLeases(database);
  }

  /** A generation that runs at once, in this process. */
  async begin(created: NewGeneration, workerId: string, onCreated?: OnCreated): Promise<Lease> {
    const now = new Date();
    const state = { status: 'running', workerId, deliveries: 1, startedAt: now, heartbeatAt: now } as const;
    const lease = { id: created.id, workerId, delivery: 1 };
    // Before it is there: from its first moment on somebody gives signs of life for it.
    this.leases.hold(lease);
    await this.database.transaction(async (transaction) => {
      await insertGeneration(transaction, created, state);
      await onCreated?.(transaction, created.id);
    });
    return lease;
  }

  /** Generations that wait for a worker. `onCreated` is told of the batch, or else of the only one. */
  async queue(
    created: readonly NewGeneration[],
    batch: typeof batches.$inferInsert | undefined,
    onCreated?: OnCreated,
  ): Promise<readonly GenerationRecord[]> {
    return this.database.transaction(async (transaction) => {
      if (batch !== undefined) await transaction.insert(batches).values(batch).onConflictDoNothing();
      const rows: GenerationRow[] = [];
      for (const one of created) rows.push(await insertGeneration(transaction, one, { status: 'queued' }));
      await onCreated?.(transaction, batch?.id ?? created[0].id);
      return rows.map(recordOf);
    });
  }

  /** Takes a queued generation. Undefined when somebody else has, or it has ended. */
  async claim(orm: Orm, id: string, workerId: string): Promise<ClaimedJob | undefined> {
    const [row] = await orm
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
          ...('result' in outcome && resultColumns(outcome.result)),
          ...('problem' in outcome && { error: { ...outcome.problem } }),
        })
        .where(holds(lease))
        .returning();
      if (row === undefined) return finishedBefore(transaction, lease, outcome);
      await endObjects(transaction, row.id, 'result' in outcome ? outcome.result.pictures : undefined);
      const credits = await settle(this.billing, transaction, row, outcome);
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
  async requeue(lease: Lease, measures: RunMeasures): Promise<boolean> {
    const requeued = await this.database.orm
      .update(generations)
      .set({ status: 'queued', workerId: null, heartbeatAt: null, ...measured(measures) })
      .where(holds(lease))
      .returning({ id: generations.id });
    return requeued.length > 0;
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
        await endObjects(transaction, id, undefined);
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

  /** Gives back what was charged for an avatar that never reached anybody. Once, however often it is called. */
  async refund(accountId: string, id: string): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const isCharged = and(
        eq(generations.id, id),
        eq(generations.accountId, accountId),
        gt(generations.creditsCharged, 0),
      );
      const [row] = await transaction.select().from(generations).where(isCharged).for('update');
      if (row === undefined) return;
      await transaction.update(generations).set({ creditsCharged: 0 }).where(isCharged);
      await this.billing.refund(transaction, accountId, row.creditsCharged);
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
}
