import type { PhotoAvatarResult } from '@avatar/generator';
import type { AttemptReport, Finding, Warning } from '@avatar/stage';

/** What `generate --json` prints. Keys are snake_case, as in the HTTP API. */
export function avatarReport(
  result: PhotoAvatarResult,
  paths: { readonly out: string | undefined; readonly thumbnail: string | undefined },
) {
  return {
    style: result.style,
    platform: result.platform,
    mode: result.mode,
    delivered: result.delivered,
    background: result.background,
    palette: result.palette ?? null,
    output: {
      path: paths.out ?? null,
      format: result.format,
      width: result.width,
      height: result.height,
      bytes: result.bytes.length,
    },
    thumbnail: paths.thumbnail ?? null,
    face_detected: result.faceDetected,
    face_count: result.faceCount,
    face_coverage: rounded(result.faceCoverage),
    likeness_score: roundedOrNull(result.likenessScore),
    likeness_cosine: roundedOrNull(result.likenessCosine),
    likeness_model: result.likenessModel ?? null,
    likeness_model_version: result.likenessModelVersion ?? null,
    ...(result.character && { character: result.character, measured: result.measured }),
    input_quality_score: rounded(result.inputQualityScore),
    decision: result.decision,
    validation_warnings: result.validationWarnings.map(warningReport),
    attempts: result.attempts.map(attemptReport),
    seed: result.seed,
    latency_ms: Math.round(result.latencyMs),
    timings_ms: timingsReport(result.timingsMs),
    models: result.models,
  };
}

const attemptReport = ({ intensity, verdict }: AttemptReport) => ({
  intensity,
  accepted: verdict.accepted,
  findings: verdict.findings.map(findingReport),
});

const findingReport = ({ check, status, measured, threshold, message, details }: Finding) => ({
  check,
  status: status.replaceAll('-', '_'),
  measured: rounded(measured),
  threshold,
  message,
  ...(details === undefined
    ? {}
    : {
        details: Object.fromEntries(Object.entries(details).map(([name, value]) => [name, rounded(value)])),
      }),
});

/** A warning as JSON; numbers that were not measured are left out. */
export const warningReport = ({ code, message, measured, threshold }: Warning) => ({
  code,
  message,
  ...(measured === undefined ? {} : { measured: rounded(measured) }),
  ...(threshold === undefined ? {} : { threshold }),
});

/** Six decimals: no noise of the last bits in what people diff. */
export const rounded = (value: number): number => Number(value.toFixed(6));

const roundedOrNull = (value: number | undefined): number | null =>
  value === undefined ? null : rounded(value);

/** Milliseconds a stage, to a tenth. */
export const timingsReport = (timingsMs: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(timingsMs).map(([stage, durationMs]) => [stage, Number(durationMs.toFixed(1))]),
  );
