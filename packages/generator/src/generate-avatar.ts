import type { LoadOptions } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import type { InputGateOptions } from '@avatar/quality-gate';
import type { Artifacts, PhotoSource, Verdict, Warning } from '@avatar/stage';
import type { StyleCatalogue } from '@avatar/styles';
import { modelIdsOf, RETRIED_STAGES } from './avatar-pipeline.js';
import { avatarRequest, type AvatarRequest } from './avatar-request.js';
import type { AvatarResult } from './avatar-result.js';
import type { LastPipeline } from './last-pipeline.js';
import type { GenerateOptions } from './options.js';
import { loadBackdrop } from './load-backdrop.js';
import { RunJournal } from './run-journal.js';
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
): Promise<AvatarResult> {
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
  return { ...resultOf(request, run, journal), latencyMs: performance.now() - startedMs };
}

type RunArtifacts = Pick<
  Artifacts,
  'faces' | 'inputReport' | 'embedding' | 'verdict' | 'attempts' | 'encoded'
>;

function resultOf(
  request: AvatarRequest,
  { faces, inputReport, embedding, verdict, attempts, encoded }: RunArtifacts,
  journal: RunJournal,
): Omit<AvatarResult, 'latencyMs'> {
  const { style, platform, background, palette, mode, seed } = request;
  const { faceDetected, likenessScore, likenessCosine, decision } = verdict;
  const kept = attempts.find((attempt) => attempt.verdict === verdict) ?? attempts[attempts.length - 1];
  return {
    ...encoded,
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
    likenessScore,
    likenessCosine,
    likenessModel: embedding.modelId,
    inputQualityScore: inputReport.score,
    decision,
    validationWarnings: [
      ...journal.warningsOf(kept.index, RETRIED_STAGES),
      ...failedChecks(verdict),
      ...uploadWarnings(platform, encoded),
    ],
    attempts,
    timingsMs: journal.timingsMs(),
    models: modelIdsOf(style),
  };
}

const failedChecks = (verdict: Verdict): Warning[] =>
  verdict.findings
    .filter(({ status }) => status === 'failed')
    .map(({ check, message, measured, threshold }) => ({ code: check, message, measured, threshold }));
