import { LIKENESS_CALIBRATION, type FaceDetector, type FaceEmbedder } from '@avatar/face';
import type { LoadOptions } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import { pipeline } from '@avatar/pipeline-runner';
import type { InputGateOptions } from '@avatar/quality-gate';
import { save } from '@avatar/save';
import { AvatarError, type PhotoSource, type Verdict, type Warning } from '@avatar/stage';
import type { StyleCatalogue } from '@avatar/styles';
import { alignedFace } from './aligned-face.js';
import type { AvatarRun } from './avatar-pipeline.js';
import { avatarRequest, type AvatarRequest } from './avatar-request.js';
import type { PhotoAvatarResult } from './avatar-result.js';
import type { LastPipeline } from './last-pipeline.js';
import type { GenerateOptions } from './options.js';
import type { EngineCall } from './engine/engine-call.js';
import { engineOf, type Engines } from './engine/engines.js';
import { loadBackdrop } from './load-backdrop.js';
import { originalPicture } from './original-picture.js';
import { RunJournal } from './run-journal.js';
import { styleWarnings } from './style-warnings.js';
import { uploadWarnings } from './upload-warnings.js';

export interface GenerateSettings {
  readonly models: ModelHub;
  readonly detector: FaceDetector | undefined;
  readonly embedder: FaceEmbedder | undefined;
  readonly load: LoadOptions | undefined;
  readonly input: InputGateOptions | undefined;
  readonly catalogue: StyleCatalogue;
  readonly pipelines: LastPipeline;
  readonly engines: Engines;
}

/** Runs the default pipeline once and gathers what it tells. */
export async function generateAvatar(
  source: PhotoSource,
  settings: GenerateSettings,
  options: GenerateOptions,
): Promise<PhotoAvatarResult> {
  const startedMs = performance.now();
  const { catalogue, pipelines, engines, ...shared } = settings;
  const request = avatarRequest(options, catalogue);
  const engine = engineOf(request.style, engines);
  const engineCalls: EngineCall[] = [];
  const journal = new RunJournal();
  const { intensity, seed } = request;
  const backdrop = await loadBackdrop(request.backgroundImage, settings.load, options.signal);
  const run = await pipelines
    .get({ ...shared, ...request, backdrop, engine, onEngineCall: (call) => engineCalls.push(call) })
    .execute(
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
  const result = resultOf(request, run, journal, settings.embedder);
  const isOriginal = request.onFail === 'fallback_original' && !run.verdict.accepted;
  const delivered = isOriginal ? await withOriginal(result, run, request, settings, options.signal) : result;
  const painted = engine === undefined ? {} : { engineCalls };
  return { ...delivered, ...painted, latencyMs: performance.now() - startedMs };
}

/** They do not hold for the photo itself. */
const OF_RESHAPING: readonly string[] = ['expression-changed', 'expression-kept', 'head-turned'];

/** The result with the photo itself, aligned and unstyled, in place of an avatar that did not pass. */
async function withOriginal(
  result: Omit<PhotoAvatarResult, 'latencyMs'>,
  run: AvatarRun,
  request: AvatarRequest,
  settings: GenerateSettings,
  signal: AbortSignal | undefined,
): Promise<Omit<PhotoAvatarResult, 'latencyMs'>> {
  const { verdict, attempts } = run;
  const { size, platform, seed, runId, smile, yawDeg, format, quality } = request;
  const ofPhoto = smile === 0 && yawDeg === 0 ? run.face : undefined;
  const face = ofPhoto ?? (await alignedFace(run, request, settings, signal));
  const { encoded } = await pipeline('avatar', 'verdict')
    .use(save({ size, platform: platform.token, seed, runId, format, quality, original: true }))
    .execute({ avatar: originalPicture(face), verdict }, { signal });
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
    validationWarnings: [
      ...result.validationWarnings.filter(({ code }) => !OF_RESHAPING.includes(code)),
      warning,
    ],
  };
}

function resultOf(
  request: AvatarRequest,
  run: AvatarRun,
  journal: RunJournal,
  embedder: FaceEmbedder | undefined,
): Omit<PhotoAvatarResult, 'latencyMs'> {
  const { style, platform, background, palette, mode, seed } = request;
  const { faces, inputReport, verdict, attempts, encoded } = run;
  const { faceDetected = false, decision } = verdict;
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
    ...likenessOf(run, embedder?.calibration),
    ...characterOf(run),
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

/** The gate of a style that renders the photo always compares; a character is compared with nothing. */
function likenessOf({ verdict, embedding, character }: AvatarRun, { modelVersion } = LIKENESS_CALIBRATION) {
  const { likenessScore, likenessCosine } = verdict;
  if (character !== undefined)
    return {
      likenessScore: undefined,
      likenessCosine: undefined,
      likenessModel: undefined,
      likenessModelVersion: undefined,
    };
  if (likenessScore === undefined || likenessCosine === undefined || embedding === undefined)
    throw new AvatarError(
      'stage-failed',
      'The gate compared the avatar with no photo; give it the embedding',
    );
  return {
    likenessScore,
    likenessCosine,
    likenessModel: embedding.modelId,
    likenessModelVersion: modelVersion,
  };
}

function characterOf({
  character,
  characterFit,
}: AvatarRun): Pick<PhotoAvatarResult, 'character' | 'measured'> {
  if (character === undefined || characterFit === undefined) return {};
  const { character: _drawn, ...measured } = characterFit;
  return { character: { ...character, seed: character.seed ?? 0 }, measured };
}

/** The checks that failed, but for what the photo was already warned of in the same words. */
const failedChecks = (verdict: Verdict, warnings: readonly Warning[]): Warning[] =>
  verdict.findings
    .filter(
      ({ status, message }) => status === 'failed' && !warnings.some((said) => said.message === message),
    )
    .map(({ check, message, measured, threshold }) => ({ code: check, message, measured, threshold }));
