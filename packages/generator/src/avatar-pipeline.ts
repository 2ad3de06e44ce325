import { background, type BackgroundOptions } from '@avatar/bg-generate';
import { composite } from '@avatar/composite';
import { cutout, portraitMatte } from '@avatar/matte';
import { detailEnhance } from '@avatar/detail-enhance';
import { faceAlign, faceDetect, faceRegions, innerPhoto } from '@avatar/face-align';
import { load, type LoadOptions } from '@avatar/load';
import { findModel, type ModelHub } from '@avatar/models';
import { pipeline, retryAtLowerIntensity } from '@avatar/pipeline-runner';
import { cutoutGate, inputGate, qualityGate, type InputGateOptions } from '@avatar/quality-gate';
import { save } from '@avatar/save';
import { styleApply } from '@avatar/style-apply';
import type { RasterImage } from '@avatar/stage';
import { enlargementOf, needsParts, type Style } from '@avatar/styles';
import { avatarRequest, type AvatarRequest } from './avatar-request.js';
import { modeSettings, photoLimits, workingSize } from './modes.js';

export interface AvatarPipelineOptions extends AvatarRequest {
  readonly models: ModelHub;
  readonly load?: LoadOptions | undefined;
  readonly input?: InputGateOptions | undefined;
  /** The picture of the background `image`. */
  readonly backdrop?: RasterImage | undefined;
}

/** What every style shares: the photo, its faces, what it is worth, who is in it. */
export const photoStages = ({ models, load: limits, input, mode: token }: AvatarPipelineOptions) => {
  const mode = modeSettings(token);
  return pipeline('source')
    .use(load(photoLimits(mode, limits)))
    .use(faceDetect({ models }))
    .use(innerPhoto())
    .use(inputGate(input))
    .use(portraitMatte({ models, inputSidePx: mode.matteInputPx }));
};

/** The person in the style's square, and what goes behind them. */
export const personStages = (options: AvatarPipelineOptions) => {
  const { models, style, platform, sizePx } = options;
  const outputSizePx = workingSize(modeSettings(options.mode), sizePx);
  const { circularCrop } = platform;
  return pipeline('photo', 'faces', 'matte')
    .use(faceAlign({ models, framing: style.framing, outputSizePx, deliveredSizePx: sizePx, circularCrop }))
    .use(cutout())
    .use(cutoutGate())
    .use(faceRegions({ models, parts: needsParts(style) }))
    .use(background({ ...backdropOf(options), sizePx: outputSizePx }));
};

/** The style itself, at the intensity of the run. */
export const styledStages = ({ models, style }: AvatarPipelineOptions) =>
  pipeline('face', 'cutout', 'regions', 'background')
    .use(styleApply({ style, models }))
    .use(composite())
    .use(detailEnhance({ style }));

/** The style, its gate, and the attempts that the gate asks for. */
export const judgedStages = (options: AvatarPipelineOptions) => {
  const { models, style, minLikeness, onFail } = options;
  const attempt = pipeline(
    'inputReport',
    'face',
    'cutout',
    'cutoutReport',
    'regions',
    'background',
    'embedding',
  )
    .use(styledStages(options))
    .use(qualityGate({ models, style, minLikeness }));
  return pipeline('inputReport', 'face', 'cutout', 'cutoutReport', 'regions', 'background', 'embedding').use(
    retryAtLowerIntensity({ body: attempt, onFail: onFail === 'discard' ? 'discard' : 'return_best' }),
  );
};

/** The default pipeline, from a photo's source to the finished files. */
export function avatarPipeline(options: AvatarPipelineOptions) {
  const { models, style, sizePx, mode } = options;
  // Unknown ids are refused before any work.
  style.models?.forEach((id) => models.entry(id));
  return pipeline('source')
    .use(photoStages(options))
    .use(personStages(options))
    .use(judgedStages(options))
    .use(
      save({
        ...provenanceOf(options),
        sizePx,
        enlargement: enlargementOf(style),
        draft: modeSettings(mode).draft,
        retried: true,
      }),
    );
}

const backdropOf = ({
  background,
  palette,
  backdrop,
  backgroundBlur,
}: AvatarPipelineOptions): BackgroundOptions<string> => ({
  token: background.token,
  palette,
  image: backdrop,
  imageBlur: backgroundBlur,
});

const provenanceOf = ({ style, platform, background, mode, seed, runId }: AvatarRequest) => ({
  style: style.token,
  platform: platform.token,
  background: background.token,
  mode,
  seed,
  runId,
});

/** Every model that making an avatar in this style may run: catalogue ids, and the name of a network that it brings. */
export const modelIdsOf = (style: Style): readonly string[] =>
  avatarPipeline({ ...avatarRequest({ style }), models: CATALOGUE }).models ?? [];

/** A pipeline that is not run asks nothing of its hub but whether an id is known. */
const CATALOGUE = { entry: (id: string) => findModel(id) } as ModelHub;
