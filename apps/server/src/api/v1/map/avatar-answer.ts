import type { AvatarRecord, GenerationRecord } from '../../../generations/index.js';
import { signedFilePath } from '../../../storage/index.js';
import type { AvatarFacts, AvatarResponse, BatchResponse, JobResponse } from '../schemas/avatar-response.js';
import type { Presenter } from './presenter.js';

/** A finished generation as it is answered, with links that are signed anew. */
export function avatarAnswer(record: GenerationRecord, presenter: Presenter): AvatarResponse {
  const { series, callbackId, reference } = record.request;
  const { avatar } = record;
  if (avatar === undefined) throw new Error('Only a finished generation has an avatar to answer with');
  return {
    id: record.id,
    status: 'succeeded',
    ...facts(avatar),
    ...(avatar.inputId !== undefined && { input_id: avatar.inputId }),
    ...links(record, presenter),
    ...(series !== undefined && { session_id: series }),
    ...(callbackId !== undefined && { callback_id: callbackId }),
    ...(reference !== undefined && { reference }),
    choice: record.choice,
    credits_charged: record.creditsCharged,
    cost: record.cost,
    latency_ms: Math.round(record.latencyMs),
    created_at: record.createdAt.toISOString(),
  };
}

const facts = (avatar: AvatarRecord): AvatarFacts => ({
  style: avatar.style,
  platform: avatar.platform,
  background: avatar.background,
  palette: avatar.palette,
  mode: avatar.mode,
  style_intensity: avatar.intensity,
  seed: avatar.seed,
  size: avatar.sizePx,
  ...(avatar.heightPx !== undefined && { height: avatar.heightPx }),
  format: avatar.format,
  delivered: avatar.delivered,
  face_detected: avatar.faceDetected,
  face_count: avatar.faceCount,
  face_coverage: avatar.faceCoverage,
  likeness_score: avatar.likenessScore,
  likeness_cosine: avatar.likenessCosine,
  likeness_model: avatar.likenessModel,
  input_quality_score: avatar.inputQualityScore,
  decision: avatar.decision,
  validation_warnings: avatar.warnings.map((warning) => ({ ...warning })),
  attempts: avatar.attempts.length,
  attempt_reports: avatar.attempts.map(({ index, intensity, decision, likenessScore, checks }) => ({
    attempt: index,
    style_intensity: intensity,
    decision,
    likeness_score: likenessScore,
    checks: checks.map((check) => ({ ...check })),
  })),
  timings: { ...avatar.timingsMs },
  ...(avatar.character && { character: { ...avatar.character } }),
  ...(avatar.unsupported && { unsupported: avatar.unsupported.map((wish) => ({ ...wish })) }),
  ...(avatar.measured && {
    measured: {
      confidence: avatar.measured.confidence,
      confidences: { ...avatar.measured.confidences },
      uncertain: [...avatar.measured.uncertain],
    },
  }),
});

function links({ pictures }: GenerationRecord, { signer, baseUrl }: Presenter) {
  if (pictures === undefined || new Date(pictures.expiresAt) <= new Date()) return {};
  const { avatarKey, thumbnailKey, expiresAt } = pictures;
  const link = (key: string) => `${baseUrl}${signedFilePath(signer, key, new Date(expiresAt))}`;
  return { avatar_url: link(avatarKey), thumbnail_url: link(thumbnailKey), expires_at: expiresAt };
}

export function jobAnswer(record: GenerationRecord, presenter: Presenter): JobResponse {
  const { callbackId, reference } = record.request;
  const { baseUrl } = presenter;
  return {
    id: record.id,
    status: record.status,
    kind: record.kind === 'batch-item' ? 'batch-item' : 'generate',
    ...(record.batchId !== undefined && { batch_id: record.batchId }),
    ...(reference !== undefined && { reference }),
    ...(callbackId !== undefined && { callback_id: callbackId }),
    created_at: record.createdAt.toISOString(),
    started_at: record.startedAt?.toISOString() ?? null,
    finished_at: record.finishedAt?.toISOString() ?? null,
    ...(record.status === 'succeeded' && { result: avatarAnswer(record, presenter) }),
    ...(record.problem !== undefined && { error: record.problem }),
    links: { self: `${baseUrl}/v1/jobs/${record.id}`, events: `${baseUrl}/v1/jobs/${record.id}/events` },
  };
}

/** @param records of one batch, at least one */
export function batchAnswer(
  id: string,
  records: readonly GenerationRecord[],
  presenter: Presenter,
): BatchResponse {
  const count = (status: GenerationRecord['status']) =>
    records.filter((record) => record.status === status).length;
  const counts = {
    queued: count('queued'),
    running: count('running'),
    succeeded: count('succeeded'),
    failed: count('failed'),
    cancelled: count('cancelled'),
  };
  return {
    id,
    status: counts.queued + counts.running === 0 ? 'finished' : 'running',
    size: records.length,
    counts,
    items: records.map((record) => jobAnswer(record, presenter)),
    created_at: records[0].createdAt.toISOString(),
    links: {
      self: `${presenter.baseUrl}/v1/batches/${id}`,
      archive: `${presenter.baseUrl}/v1/batches/${id}/archive.zip`,
    },
  };
}
