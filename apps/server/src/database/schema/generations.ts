import { sql } from 'drizzle-orm';
import {
  bigserial,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { created, moment } from './columns.js';

/** `style`: no avatar, but a style that is made of example pictures; its id is that of the style, `sty_…`. */
export type GenerationKind = 'generate' | 'batch-item' | 'style';
export type GenerationStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
export type Choice = 'accepted' | 'declined';
type Json = Readonly<Record<string, unknown>>;

/** Photos that were sent together, with one style and one seed. */
export const batches = pgTable(
  'batches',
  {
    /** `bat_…` */
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    size: integer('size').notNull(),
    request: jsonb('request').$type<Json>().notNull(),
    createdAt: created(),
  },
  (table) => [
    index('batches_account').on(table.accountId, table.createdAt),
    // What has had its time.
    index('batches_created').on(table.createdAt),
  ],
);

/** One avatar that was asked for, from the request to what became of it. Photos and embeddings are never in here. */
export const generations = pgTable(
  'generations',
  {
    /** `avt_…` */
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<GenerationKind>().notNull(),
    status: text('status').$type<GenerationStatus>().notNull(),
    /** Options of the request, after the account's defaults, without the photo. */
    request: jsonb('request').$type<Json>().notNull(),
    /** What came of it, with the version of its form (generations/stored-versions.ts). */
    result: jsonb('result').$type<Json>(),
    /** Problem details. */
    error: jsonb('error').$type<Json>(),
    batchId: text('batch_id').references(() => batches.id, { onDelete: 'cascade' }),
    /** Place in the batch, from 0. */
    batchIndex: integer('batch_index'),
    /** Stored object of the photo while the job waits or runs; null for synchronous runs. */
    inputKey: text('input_key'),
    /** How often a worker took the job. */
    deliveries: integer('deliveries').notNull().default(0),
    /** Process that runs the job. */
    workerId: text('worker_id'),
    /** Last sign of life of that process for this job. */
    heartbeatAt: moment('heartbeat_at'),
    style: text('style'),
    platform: text('platform'),
    /** Kept photo and seed that several requests share. The column has its first name. */
    series: text('session_id'),
    /** The caller's own name for the person. */
    reference: text('reference'),
    callbackUrl: text('callback_url'),
    callbackId: text('callback_id'),
    decision: text('decision'),
    likenessScore: doublePrecision('likeness_score'),
    /** Attempts at lower intensity included. */
    attempts: integer('attempts'),
    /** Wall-clock milliseconds from the request to the result. */
    latencyMs: doublePrecision('latency_ms'),
    /** Milliseconds that a worker was busy with it, over all deliveries. */
    computeMs: doublePrecision('compute_ms').notNull().default(0),
    /** Internal cost in US dollars: compute time at the configured price. */
    cost: doublePrecision('cost').notNull().default(0),
    creditsCharged: integer('credits_charged').notNull().default(0),
    choice: text('choice').$type<Choice>(),
    createdAt: created(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
  },
  (table) => [
    index('generations_account').on(table.accountId, table.createdAt),
    index('generations_batch').on(table.batchId, table.batchIndex),
    // Whose turn it is, and which of an account's jobs is the next.
    index('generations_waiting')
      .on(table.accountId, table.createdAt, table.batchIndex, table.id)
      .where(sql`status = 'queued'`),
    // The same of styles, which are few among many avatars.
    index('generations_waiting_styles')
      .on(table.accountId, table.createdAt)
      .where(sql`status = 'queued' and kind = 'style'`),
    index('generations_unfinished')
      .on(table.status, table.heartbeatAt)
      .where(sql`status in ('queued', 'running')`),
    index('generations_reference')
      .on(table.accountId, table.reference)
      .where(sql`reference is not null`),
    // What avatars of a style cost lately.
    index('generations_made')
      .on(table.accountId, table.style, table.finishedAt)
      .where(sql`status = 'succeeded'`),
    index('generations_finished')
      .on(table.finishedAt)
      .where(sql`finished_at is not null`),
    index('generations_review')
      .on(table.accountId, table.createdAt)
      .where(sql`decision = 'review'`),
  ],
);

/** What a job told while it ran, for clients that follow it and for those that come back. */
export const jobEvents = pgTable(
  'job_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    generationId: text('generation_id')
      .notNull()
      .references(() => generations.id, { onDelete: 'cascade' }),
    /** Which delivery of the job told it; events of a delivery whose worker died stay. */
    delivery: integer('delivery').notNull(),
    /** Place within the delivery, from 0. */
    position: integer('position').notNull(),
    type: text('type').notNull(),
    data: jsonb('data').$type<Json>().notNull(),
    createdAt: created(),
  },
  (table) => [uniqueIndex('job_events_position').on(table.generationId, table.delivery, table.position)],
);
