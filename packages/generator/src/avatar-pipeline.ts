import { background, type BackgroundOptions } from '@avatar/bg-generate';
import { composite } from '@avatar/composite';
import { cutout, portraitMatte } from '@avatar/matte';
import { detailEnhance } from '@avatar/detail-enhance';
import { faceAlign, faceDetect, faceRegions } from '@avatar/face-align';
import { load, type LoadOptions } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import { pipeline, retryAtLowerIntensity } from '@avatar/pipeline-runner';
import {
  SAFETY_MODEL_IDS,
  cutoutGate,
  inputGate,
  qualityGate,
  type InputGateOptions,
} from '@avatar/quality-gate';
import { save } from '@avatar/save';
import { styleApply } from '@avatar/style-apply';
import type { RasterImage } from '@avatar/stage';
import { enlargementOf, needsParts, styleModelIds, type Style } from '@avatar/styles';
import type { AvatarRequest } from './avatar-request.js';
import { modeSettings, photoLimits, workingSize } from './modes.js';

/** Every model that the pipeline of a photographic style may run, in the order of its stages. */
export const PIPELINE_MODEL_IDS: readonly string[] = [
  'blazeface-back',
  'facemesh',
  'face-api-ssd',
  'modnet',
  'selfie-multiclass',
  'sface',
  ...SAFETY_MODEL_IDS,
];

/** Every model that the pipeline of this style may run: catalogue ids, then the name of the network that it brings. */
export const modelIdsOf = (style: Style): readonly string[] => [
  ...new Set([...PIPELINE_MODEL_IDS, ...styleModelIds(style)]),
];

/** Stages that run once an attempt. */
export const RETRIED_STAGES: readonly string[] = [
  'style-apply',
  'composite',
  'detail-enhance',
  'quality-gate',
];

export interface AvatarPipelineOptions extends AvatarRequest {
  readonly models: ModelHub;
  readonly load?: LoadOptions | undefined;
  readonly input?: InputGateOptions | undefined;
  /** The picture of the background `image`. */
  readonly backdrop?: RasterImage | undefined;
}

/** The default pipeline, from a photo's source to the finished files. */
export function avatarPipeline(options: AvatarPipelineOptions) {
  const { models, style, platform, minLikeness, onFail, sizePx } = options;
  // Unknown ids are refused before any work.
  style.models?.forEach((id) => models.entry(id));
  const { circularCrop } = platform;
  const mode = modeSettings(options.mode);
  const outputSizePx = workingSize(mode, sizePx);

  const attempt = pipeline('face', 'cutout', 'cutoutReport', 'regions', 'background', 'embedding')
    .use(styleApply({ style, models }))
    .use(composite())
    .use(detailEnhance({ style }))
    .use(qualityGate({ models, style, minLikeness }));

  return pipeline('source')
    .use(load(photoLimits(mode, options.load)))
    .use(faceDetect({ models }))
    .use(inputGate(options.input))
    .use(portraitMatte({ models, inputSidePx: mode.matteInputPx }))
    .use(faceAlign({ models, framing: style.framing, outputSizePx, deliveredSizePx: sizePx, circularCrop }))
    .use(cutout())
    .use(cutoutGate())
    .use(faceRegions({ models, parts: needsParts(style) }))
    .use(background({ ...backdropOf(options), sizePx: outputSizePx }))
    .use(retryAtLowerIntensity({ body: attempt, onFail: onFail === 'discard' ? 'discard' : 'return_best' }))
    .use(
      save({
        ...provenanceOf(options),
        sizePx,
        enlargement: enlargementOf(style),
        draft: mode.draft,
        retried: true,
      }),
    );
}

const backdropOf = ({
  background,
  palette,
  backdrop,
  backgroundBlur,
}: AvatarPipelineOptions): BackgroundOptions => ({
  // The request has looked the token up; the type lists what can be looked up.
  token: background.token as NonNullable<BackgroundOptions['token']>,
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
  modelIds: modelIdsOf(style),
});
