import type { AvatarFacts, AvatarResponse, JobResponse } from '../api/schemas/avatar-response.js';
import type { schema } from '../database/index.js';
import type { Problem } from '../errors/index.js';
import { signedFilePath, type UrlSigner } from '../storage/index.js';
import type { GenerationRequest } from './generation-request.js';

export type GenerationRow = typeof schema.generations.$inferSelect;

export interface Presenter {
  readonly signer: UrlSigner;
  /** Address that clients use, without a slash at the end. */
  readonly baseUrl: string;
}

/** Where the pictures of a finished generation are kept, and until when. */
export interface KeptPictures {
  readonly avatarKey: string;
  readonly thumbnailKey: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** What the row of a finished generation holds. */
export interface StoredResult {
  readonly facts: AvatarFacts & { readonly input_id?: string };
  /** Undefined when the pictures were in the answer. */
  readonly kept?: KeptPictures | undefined;
}

/** A finished generation as it is answered, with links that are signed anew. */
export function avatarResponse(row: GenerationRow, presenter: Presenter): AvatarResponse {
  const { sessionId, callbackId, reference } = requestOf(row);
  const { facts, kept } = row.result as unknown as StoredResult;
  return {
    id: row.id,
    status: 'succeeded',
    ...facts,
    ...(kept && links(kept, presenter)),
    ...(sessionId !== undefined && { session_id: sessionId }),
    ...(callbackId !== undefined && { callback_id: callbackId }),
    ...(reference !== undefined && { reference }),
    choice: row.choice,
    credits_charged: row.creditsCharged,
    cost: row.cost,
    latency_ms: Math.round(row.latencyMs ?? 0),
    created_at: row.createdAt.toISOString(),
  };
}

function links({ avatarKey, thumbnailKey, expiresAt }: KeptPictures, { signer, baseUrl }: Presenter) {
  const link = (key: string) => `${baseUrl}${signedFilePath(signer, key, new Date(expiresAt))}`;
  return { avatar_url: link(avatarKey), thumbnail_url: link(thumbnailKey), expires_at: expiresAt };
}

export function jobResponse(row: GenerationRow, presenter: Presenter): JobResponse {
  const { callbackId, reference } = requestOf(row);
  const { baseUrl } = presenter;
  return {
    id: row.id,
    status: row.status,
    kind: row.kind,
    ...(row.batchId !== null && { batch_id: row.batchId }),
    ...(reference !== undefined && { reference }),
    ...(callbackId !== undefined && { callback_id: callbackId }),
    created_at: row.createdAt.toISOString(),
    started_at: row.startedAt?.toISOString() ?? null,
    finished_at: row.finishedAt?.toISOString() ?? null,
    ...(row.status === 'succeeded' && { result: avatarResponse(row, presenter) }),
    ...(row.error !== null && { error: row.error as unknown as Problem }),
    links: { self: `${baseUrl}/v1/jobs/${row.id}`, events: `${baseUrl}/v1/jobs/${row.id}/events` },
  };
}

export const requestOf = (row: GenerationRow): GenerationRequest =>
  row.request as unknown as GenerationRequest;
