import type { LoadOptions } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import { pipeline } from '@avatar/pipeline-runner';
import { LIKENESS_CALIBRATION, type InputGateOptions } from '@avatar/quality-gate';
import { save } from '@avatar/save';
import { AvatarError, type Artifacts, type PhotoSource, type Verdict, type Warning } from '@avatar/stage';
import type { StyleCatalogue } from '@avatar/styles';
import { avatarRequest, type AvatarRequest } from './avatar-request.js';
import type { PhotoAvatarResult } from './avatar-result.js';
import type { LastPipeline } from './last-pipeline.js';
import type { GenerateOptions } from './options.js';
import { loadBackdrop } from './load-backdrop.js';
import { originalSquare } from './original-square.js';
import { RunJournal } from './run-journal.js';
import { styleWarnings } from './style-warnings.js';
import { uploadWarnings } from './upload-warnings.js';

export interface GenerateSettings {
  readonly models: ModelHub;
  readonly load: LoadOptions | undefined;
  readonly input: InputGateOptions | undefined;
  readonly catalogue: StyleCatalogue;
  readonly pipelines: LastPipeline;
}

/** Runs the default pipeline once and gathers what it tells. */
export async function generateAvatar(
  source: PhotoSource,
  settings: GenerateSettings,
  options: GenerateOptions,
): Promise<PhotoAvatarResult> {
  const startedMs = performance.now();
  const { catalogue, pipelines, ...shared } = settings;
  const request = avatarRequest(options, catalogue);
  const journal = new RunJournal();
  const { intensity, seed } = request;
  const backdrop = await loadBackdrop(request.backgroundImage, settings.load, options.signal);
  const run = await pipelines.get({ ...shared, ...request, backdrop }).execute(
    { source },
    {
      signal: options.signal,
      seed,
      intensity,
      onEvent: (event) => {
        journal.note(event);
        return options.onEvent?.(event);
      },
    },
  );
  const result = resultOf(request, run, journal);
  const isOriginal = request.onFail === 'fallback_original' && !run.verdict.accepted;
  const delivered = isOriginal ? await withOriginal(result, run, request, options.signal) : result;
  return { ...delivered, latencyMs: performance.now() - startedMs };
}

/** The result with the photo itself, aligned and unstyled, in place of an avatar that did not pass. */
async function withOriginal(
  result: Omit<PhotoAvatarResult, 'latencyMs'>,
  { face, verdict, attempts }: RunArtifacts,
  { sizePx, platform, seed, runId }: AvatarRequest,
  signal: AbortSignal | undefined,
): Promise<Omit<PhotoAvatarResult, 'latencyMs'>> {
  const { encoded } = await pipeline('avatar', 'verdict')
    .use(save({ sizePx, platform: platform.token, seed, runId, original: true }))
    .execute({ avatar: originalSquare(face), verdict }, { signal });
  const warning: Warning = {
    code: 'fallback-original',
    message: 'No version of the avatar passed the checks, so the original photo is used.',
    measured: attempts.length,
  };
  return {
    ...result,
    ...encoded,
    delivered: 'original',
    decision: 'discard',
    validationWarnings: [...result.validationWarnings, warning],
  };
}

type RunArtifacts = Pick<
  Artifacts,
  'faces' | 'inputReport' | 'face' | 'embedding' | 'verdict' | 'attempts' | 'encoded'
>;

function resultOf(
  request: AvatarRequest,
  { faces, inputReport, embedding, verdict, attempts, encoded }: RunArtifacts,
  journal: RunJournal,
): Omit<PhotoAvatarResult, 'latencyMs'> {
  const { style, platform, background, palette, mode, seed } = request;
  const { faceDetected, decision } = verdict;
  const kept = attempts.find((attempt) => attempt.kept) ?? attempts[attempts.length - 1];
  const warnings = journal.warningsOf(kept.index);
  return {
    ...encoded,
    origin: 'photo',
    delivered: 'avatar',
    style: style.token,
    platform: platform.token,
    background: background.token,
    palette: background.kind === 'palette' ? palette.token : undefined,
    mode,
    intensity: kept.intensity,
    seed,
    faceDetected,
    faceCount: faces.faces.length,
    faceCoverage: faces.faces[0].coverage,
    ...likenessOf(verdict),
    likenessModel: embedding.modelId,
    likenessModelVersion: LIKENESS_CALIBRATION.modelVersion,
    inputQualityScore: inputReport.score,
    decision,
    validationWarnings: [
      ...warnings,
      ...failedChecks(verdict, warnings),
      ...styleWarnings(style, platform),
      ...uploadWarnings(platform, encoded),
    ],
    attempts,
    timingsMs: journal.timingsMs(),
    models: journal.models(),
  };
}

/** The gate of a photo's pipeline always compares. */
function likenessOf({ likenessScore, likenessCosine }: Verdict) {
  if (likenessScore === undefined || likenessCosine === undefined)
    throw new AvatarError(
      'stage-failed',
      'The gate compared the avatar with no photo; give it the embedding',
    );
  return { likenessScore, likenessCosine };
}

/** The checks that failed, but for what the photo was already warned of in the same words. */
const failedChecks = (verdict: Verdict, warnings: readonly Warning[]): Warning[] =>
  verdict.findings
    .filter(
      ({ status, message }) => status === 'failed' && !warnings.some((said) => said.message === message),
    )
    .map(({ check, message, measured, threshold }) => ({ code: check, message, measured, threshold }));
