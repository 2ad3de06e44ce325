import { and, eq, sql } from 'drizzle-orm';
import { schema, type Orm } from '../database/index.js';
import type { Problem } from '../errors/index.js';
import type { GenerationRecord } from './record.js';
import type { GenerationRequest } from './request.js';
import { resultToStore, type StoredResult } from './stored-versions.js';

const { generations } = schema;

export interface NewGeneration {
  readonly id: string;
  readonly accountId: string;
  readonly request: GenerationRequest;
  readonly kind: schema.GenerationKind;
  readonly inputKey?: string;
  /** When it was asked for. Default: now. */
  readonly createdAt?: Date;
  readonly batch?: { readonly id: string; readonly index: number };
}

/** Names one delivery of one generation: only who holds it may end it. */
export interface Lease {
  readonly id: string;
  readonly workerId: string;
  readonly delivery: number;
}

/** Writes down what came of a job that made no avatar, in the transaction that ends it. */
export type KeepResult = (transaction: Orm, creditsCharged: number) => Promise<void>;

/** How a run ended. */
export type Outcome =
  | { readonly status: 'succeeded'; readonly result: StoredResult }
  | { readonly status: 'succeeded'; readonly keep: KeepResult }
  | { readonly status: 'failed' | 'cancelled'; readonly problem: Problem };

export interface RunMeasures {
  readonly computeMs: number;
  readonly cost: number;
}

/** Writes down, in the transaction of a result, what has to be told to the caller's server. */
export type Announce = (transaction: Orm, record: GenerationRecord) => Promise<void>;

/** Of all deliveries together. */
export const measured = ({ computeMs, cost }: RunMeasures) => ({
  computeMs: sql`${generations.computeMs} + ${computeMs}`,
  cost: sql`${generations.cost} + ${cost}`,
});

/** The delivery is still the one that runs. */
export const holds = ({ id, workerId, delivery }: Lease) =>
  and(
    eq(generations.id, id),
    eq(generations.status, 'running'),
    eq(generations.workerId, workerId),
    eq(generations.deliveries, delivery),
  );

/** What can be looked for without opening the result. */
export const resultColumns = (result: StoredResult) => ({
  result: resultToStore(result),
  style: result.avatar.style,
  platform: result.avatar.platform,
  decision: result.avatar.decision,
  likenessScore: result.avatar.likenessScore,
  attempts: result.avatar.attempts.length,
});
