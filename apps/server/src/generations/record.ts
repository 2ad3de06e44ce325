import type { schema } from '../database/index.js';
import type { Problem } from '../errors/index.js';
import type { AvatarRecord, KeptPictures } from './avatar-record.js';
import type { GenerationRequest } from './request.js';
import { storedRequest, storedResult } from './stored-versions.js';

export type GenerationRow = typeof schema.generations.$inferSelect;

/** One avatar that was asked for, from the request to what became of it. Every API maps from this, and none is stored. */
export interface GenerationRecord {
  /** `avt_…` */
  readonly id: string;
  readonly accountId: string;
  readonly kind: schema.GenerationKind;
  readonly status: schema.GenerationStatus;
  readonly request: GenerationRequest;
  /** With `succeeded`. */
  readonly avatar: AvatarRecord | undefined;
  /** With `succeeded`, unless the pictures were in the answer. */
  readonly pictures: KeptPictures | undefined;
  /** With `failed`. */
  readonly problem: Problem | undefined;
  readonly batchId: string | undefined;
  /** Place in the batch, from 0. */
  readonly batchIndex: number | undefined;
  readonly choice: schema.Choice | null;
  readonly creditsCharged: number;
  /** US dollars. */
  readonly cost: number;
  readonly latencyMs: number;
  readonly createdAt: Date;
  readonly startedAt: Date | undefined;
  readonly finishedAt: Date | undefined;
}

/** A row of whatever version as the rest of the server knows it. */
export function recordOf(row: GenerationRow): GenerationRecord {
  const result = row.result === null ? undefined : storedResult(row.result);
  return {
    id: row.id,
    accountId: row.accountId,
    kind: row.kind,
    status: row.status,
    request: storedRequest(row.request),
    avatar: result?.avatar,
    pictures: result?.pictures,
    problem: row.error === null ? undefined : (row.error as unknown as Problem),
    batchId: row.batchId ?? undefined,
    batchIndex: row.batchIndex ?? undefined,
    choice: row.choice,
    creditsCharged: row.creditsCharged,
    cost: row.cost,
    latencyMs: row.latencyMs ?? 0,
    createdAt: row.createdAt,
    startedAt: row.startedAt ?? undefined,
    finishedAt: row.finishedAt ?? undefined,
  };
}
