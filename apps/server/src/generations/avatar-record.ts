import type { AvatarResult, PhotoAvatarResult } from '@avatar/generator';

/** What is kept of a finished avatar: everything but the pictures. Shares are in [0, 1], rounded to four places. */
export interface AvatarRecord {
  readonly style: string;
  readonly platform: string;
  readonly background: string;
  readonly palette: string | null;
  readonly mode: AvatarResult['mode'];
  /** Of the attempt that is delivered. */
  readonly intensity: number;
  readonly seed: number;
  /** Side of the square, or the width of another picture. */
  readonly sizePx: number;
  /** Of a picture that is no square. */
  readonly heightPx?: number;
  readonly format: KeptFormat;
  /** `original`: no attempt passed, and this is the photo itself. */
  readonly delivered: AvatarResult['delivered'];
  readonly faceDetected: boolean;
  /** In the photo; null, as all that only a photo has, where a person was drawn from words or data. */
  readonly faceCount: number | null;
  readonly faceCoverage: number | null;
  /** null where no network can judge it, as in a drawn character. */
  readonly likenessScore: number | null;
  /** In [-1, 1]. */
  readonly likenessCosine: number | null;
  /** Model and the version of its scale, `name@version`. */
  readonly likenessModel: string | null;
  readonly inputQualityScore: number | null;
  readonly decision: AvatarResult['decision'];
  readonly warnings: readonly AvatarWarning[];
  readonly attempts: readonly AttemptRecord[];
  /** Milliseconds a stage, all attempts together. */
  readonly timingsMs: Readonly<Record<string, number>>;
  /** The kept photo that further requests may name. */
  readonly inputId?: string;
  /** Of a drawing: who was drawn, and how well they were measured where it was in a photo. */
  readonly character?: PhotoAvatarResult['character'];
  readonly measured?: PhotoAvatarResult['measured'];
  /** What was asked for in words and is not in the picture. */
  readonly unsupported?: readonly MissingWish[];
}

/** What this server asks for, and what its clients are told of. */
export type KeptFormat = 'png' | 'svg';

function keptFormat(format: AvatarResult['format']): KeptFormat {
  if (format === 'png' || format === 'svg') return format;
  throw new Error(`No request asks for ${format}`);
}

export interface MissingWish {
  /** As they were written. */
  readonly words: string;
  readonly reason: string;
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

/** @param foreseen warnings that were known before the run */
export const avatarRecord = (
  result: AvatarResult,
  foreseen: readonly AvatarWarning[] = [],
): AvatarRecord => ({
  style: result.style,
  platform: result.platform,
  background: result.background,
  palette: result.palette ?? null,
  mode: result.mode,
  intensity: result.intensity,
  seed: result.seed,
  sizePx: result.width,
  ...(result.height !== result.width && { heightPx: result.height }),
  format: keptFormat(result.format),
  delivered: result.delivered,
  faceDetected: result.faceDetected,
  ...(result.origin === 'photo' ? factsOfPhoto(result) : NO_PHOTO),
  decision: result.decision,
  warnings: [...foreseen, ...result.validationWarnings].map((warning) => ({ ...warning })),
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
  ...(result.origin === 'character' && {
    unsupported: result.unsupported.map(({ words, reason }) => ({ words, reason })),
  }),
});

const NO_PHOTO = {
  faceCount: null,
  faceCoverage: null,
  likenessScore: null,
  likenessCosine: null,
  likenessModel: null,
  inputQualityScore: null,
} as const;

const factsOfPhoto = (result: PhotoAvatarResult) => ({
  faceCount: result.faceCount,
  faceCoverage: rounded(result.faceCoverage),
  likenessScore: roundedOrNull(result.likenessScore),
  likenessCosine: roundedOrNull(result.likenessCosine),
  likenessModel:
    result.likenessModel === undefined ? null : `${result.likenessModel}@${result.likenessModelVersion}`,
  inputQualityScore: rounded(result.inputQualityScore),
  ...(result.measured && { measured: result.measured }),
});

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

const roundedOrNull = (value: number | undefined): number | null =>
  value === undefined ? null : rounded(value);
