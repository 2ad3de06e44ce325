import { background } from '@avatar/bg-generate';
import { composite } from '@avatar/composite';
import { detailEnhance } from '@avatar/detail-enhance';
import { faceAlign, faceRegions } from '@avatar/face-align';
import { faceReshape } from '@avatar/face-reshape';
import { cutout } from '@avatar/matte';
import { findModel, type ModelHub } from '@avatar/models';
import { pipeline, retryAtLowerIntensity, type RunOptions } from '@avatar/pipeline-runner';
import { cutoutGate, qualityGate } from '@avatar/quality-gate';
import type { ArtifactName, Artifacts } from '@avatar/stage';
import { styleApply } from '@avatar/style-apply';
import { engineRenderingOf, lookOf, needsParts, type EngineRendering, type Style } from '@avatar/styles';
import { avatarRequest } from './avatar-request.js';
import { enginePortrait } from './engine/engine-portrait.js';
import { photoCharacterPipeline } from './character/photo-character-pipeline.js';
import { modeSettings, workingSize } from './modes.js';
import { backdropOf, frameOf, photoStages, savedAs, type AvatarPipelineOptions } from './shared-stages.js';

/** The face in the style's square, as it is or as it was asked for. Its identity is that of the photo. */
const alignedFace = (options: AvatarPipelineOptions) => {
  const { models, embedder, smile, yawDeg } = options;
  const aligned = pipeline('photo', 'faces', 'matte').use(
    faceAlign({ models, embedder, ...frameOf(options) }),
  );
  return smile === 0 && yawDeg === 0 ? aligned : aligned.use(faceReshape({ smile, yawDeg }));
};

/** The person in the style's square, and what goes behind them. */
export const personStages = (options: AvatarPipelineOptions) => {
  const { models, style, size } = options;
  const outputSize = workingSize(modeSettings(options.mode), size);
  return alignedFace(options)
    .use(cutout())
    .use(cutoutGate())
    .use(faceRegions({ models, parts: needsParts(style) }))
    .use(background({ ...backdropOf(options), size: outputSize }));
};

/** The style itself, at the intensity of the run. */
export const styledStages = ({ models, style, light }: AvatarPipelineOptions) =>
  pipeline('face', 'cutout', 'regions', 'background')
    .use(styleApply({ style, models }))
    .use(composite())
    .use(detailEnhance({ style, light }));

/** The style, its gate, and the attempts that the gate asks for. */
export const judgedStages = (options: AvatarPipelineOptions) =>
  personInFrame().use(
    retryAtLowerIntensity({
      body: personInFrame().use(styledStages(options)).use(gateOf(options)),
      onFail: retryPolicy(options),
    }),
  );

/** The same with an engine that paints the person in place of a style. */
const paintedStages = (options: AvatarPipelineOptions, rendering: EngineRendering) =>
  personInFrame().use(
    retryAtLowerIntensity({
      body: personInFrame().use(enginePortrait(options, rendering)).use(gateOf(options)),
      onFail: retryPolicy(options),
    }),
  );

const personInFrame = () =>
  pipeline('inputReport', 'face', 'cutout', 'cutoutReport', 'regions', 'background', 'embedding');

const gateOf = ({ models, embedder, style, minLikeness }: AvatarPipelineOptions) =>
  qualityGate({ models, embedder, style, minLikeness });

/** What becomes of the original is the caller's: a retry goes on with the best. */
const retryPolicy = ({ onFail }: AvatarPipelineOptions) => (onFail === 'discard' ? 'discard' : 'return_best');

/** A whole pipeline, whatever its stages. */
export interface AvatarPipeline {
  readonly reads: readonly ArtifactName[];
  readonly writes: readonly ArtifactName[];
  /** Every model that it may run. */
  readonly models?: readonly string[] | undefined;
  readonly execute: (input: Pick<Artifacts, 'source'>, options?: RunOptions) => Promise<AvatarRun>;
}

/** What a finished run leaves: the aligned photo of styles that render it, the character of those that draw one. */
export type AvatarRun = Pick<
  Artifacts,
  'photo' | 'faces' | 'inputReport' | 'verdict' | 'attempts' | 'encoded'
> &
  Partial<Pick<Artifacts, 'matte' | 'face' | 'embedding' | 'character' | 'characterFit'>>;

/** The default pipeline, from a photo's source to the finished files. */
export function avatarPipeline(options: AvatarPipelineOptions): AvatarPipeline {
  const { models, style } = options;
  // Unknown ids are refused before any work.
  style.models?.forEach((id) => models.entry(id));
  const look = lookOf(style);
  if (look !== undefined) return photoCharacterPipeline(options, look);
  const framed = pipeline('source').use(photoStages(options)).use(personStages(options));
  const painted = engineRenderingOf(style);
  return painted === undefined
    ? framed.use(judgedStages(options)).use(savedAs(options))
    : framed.use(paintedStages(options, painted)).use(savedAs(options));
}

/** Every model that making an avatar in this style may run: catalogue ids, and the name of a network that it brings. */
export const modelIdsOf = (style: Style): readonly string[] =>
  avatarPipeline({ ...avatarRequest({ style }), models: CATALOGUE }).models ?? [];

/** A pipeline that is not run asks nothing of its hub but whether an id is known. */
const CATALOGUE = { entry: (id: string) => findModel(id) } as ModelHub;
