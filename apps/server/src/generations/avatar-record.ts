import type { PhotoAvatarResult } from '@avatar/generator';

/** What is kept of a finished avatar: everything but the pictures. Shares are in [0, 1], rounded to four places. */
export interface AvatarRecord {
  readonly style: string;
  readonly platform: string;
  readonly background: string;
  readonly palette: string | null;
  readonly mode: PhotoAvatarResult['mode'];
  /** Of the attempt that is delivered. */
  readonly intensity: number;
  readonly seed: number;
  /** Side of the square. */
  readonly sizePx: number;
  /** Absent of a square, and in records from before there were others. */
  readonly heightPx?: number;
  readonly format: PhotoAvatarResult['format'];
  /** `original`: no attempt passed, and this is the photo itself. */
  readonly delivered: PhotoAvatarResult['delivered'];
  readonly faceDetected: boolean;
  /** In the photo. */
  readonly faceCount: number;
  readonly faceCoverage: number;
  /** null where no network can judge it, as in a drawn character. */
  readonly likenessScore: number | null;
  /** In [-1, 1]. */
  readonly likenessCosine: number | null;
  /** Model and the version of its scale, `name@version`. */
  readonly likenessModel: string | null;
  readonly inputQualityScore: number;
  readonly decision: PhotoAvatarResult['decision'];
  readonly warnings: readonly AvatarWarning[];
  readonly attempts: readonly AttemptRecord[];
  /** Milliseconds a stage, all attempts together. */
  readonly timingsMs: Readonly<Record<string, number>>;
  /** The kept photo that further requests may name. */
  readonly inputId?: string;
  /** Of a style that draws a character: who was measured in the photo, and how well. */
  readonly character?: PhotoAvatarResult['character'];
  readonly measured?: PhotoAvatarResult['measured'];
}

export interface AvatarWarning {
  readonly code: string;
  readonly message: string;
  readonly measured?: number | undefined;
  readonly threshold?: number | undefined;
}

/** One try at one intensity, and what the checks measured in it. */
export interface AttemptRecord {
  /** From 0. */
  readonly index: number;
  readonly intensity: number;
  readonly decision: string;
  readonly likenessScore: number | null;
  readonly checks: readonly CheckRecord[];
}

export interface CheckRecord {
  readonly check: string;
  readonly status: 'passed' | 'failed' | 'not-applicable';
  readonly measured: number;
  readonly threshold: number;
}

/** Where the pictures of a finished generation are kept, and until when. */
export interface KeptPictures {
  readonly avatarKey: string;
  readonly thumbnailKey: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

export const avatarRecord = (result: PhotoAvatarResult): AvatarRecord => ({
  style: result.style,
  platform: result.platform,
  background: result.background,
  palette: result.palette ?? null,
  mode: result.mode,
  intensity: result.intensity,
  seed: result.seed,
  sizePx: result.width,
  ...(result.height !== result.width && { heightPx: result.height }),
  format: result.format,
  delivered: result.delivered,
  faceDetected: result.faceDetected,
  faceCount: result.faceCount,
  faceCoverage: rounded(result.faceCoverage),
  likenessScore: roundedOrNull(result.likenessScore),
  likenessCosine: roundedOrNull(result.likenessCosine),
  likenessModel:
    result.likenessModel === undefined ? null : `${result.likenessModel}@${result.likenessModelVersion}`,
  inputQualityScore: rounded(result.inputQualityScore),
  decision: result.decision,
  warnings: result.validationWarnings.map((warning) => ({ ...warning })),
  attempts: result.attempts.map(({ index, intensity, verdict }) => ({
    index,
    intensity,
    decision: verdict.decision,
    likenessScore: roundedOrNull(verdict.likenessScore),
    checks: verdict.findings.map(({ check, status, measured, threshold }) => ({
      check,
      status,
      measured: rounded(measured),
      threshold,
    })),
  })),
  timingsMs: Object.fromEntries(
    Object.entries(result.timingsMs).map(([stage, durationMs]) => [stage, Math.round(durationMs * 10) / 10]),
  ),
  ...(result.character && { character: result.character }),
  ...(result.measured && { measured: result.measured }),
});

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

const roundedOrNull = (value: number | undefined): number | null =>
  value === undefined ? null : rounded(value);
