import type { PhotoAvatarResult } from '@avatar/generator';
import type { AvatarFacts } from '../api/schemas/avatar-response.js';

/** What is told of a finished avatar, and kept of it: everything but the pictures. */
export const avatarRecord = (result: PhotoAvatarResult): AvatarFacts => ({
  style: result.style,
  platform: result.platform,
  background: result.background,
  palette: result.palette ?? null,
  mode: result.mode,
  style_intensity: result.intensity,
  seed: result.seed,
  size: result.width,
  format: result.format,
  delivered: result.delivered,
  face_detected: result.faceDetected,
  face_count: result.faceCount,
  face_coverage: rounded(result.faceCoverage),
  likeness_score: rounded(result.likenessScore),
  likeness_cosine: rounded(result.likenessCosine),
  likeness_model: `${result.likenessModel}@${result.likenessModelVersion}`,
  input_quality_score: rounded(result.inputQualityScore),
  decision: result.decision,
  validation_warnings: result.validationWarnings.map((warning) => ({ ...warning })),
  attempts: result.attempts.length,
  attempt_reports: result.attempts.map(({ index, intensity, verdict }) => ({
    attempt: index,
    style_intensity: intensity,
    decision: verdict.decision,
    likeness_score: rounded(verdict.likenessScore ?? 0),
    checks: verdict.findings.map(({ check, status, measured, threshold }) => ({
      check,
      status,
      measured: rounded(measured),
      threshold,
    })),
  })),
  timings: Object.fromEntries(
    Object.entries(result.timingsMs).map(([stage, durationMs]) => [stage, Math.round(durationMs * 10) / 10]),
  ),
});

/** Only what was delivered and passed is charged for. */
export const passed = ({ delivered, decision }: AvatarFacts): boolean =>
  delivered === 'avatar' && (decision === 'auto_accept' || decision === 'accept');

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
