import type { BackgroundOptions } from '@avatar/bg-generate';
import type { FaceDetector, FaceEmbedder } from '@avatar/face';
import { faceDetect, innerPhoto } from '@avatar/face-align';
import type { PortraitEngine } from '@avatar/engine';
import { load, type LoadOptions } from '@avatar/load';
import { portraitMatte } from '@avatar/matte';
import type { ModelHub } from '@avatar/models';
import { pipeline } from '@avatar/pipeline-runner';
import { inputGate, type InputGateOptions } from '@avatar/quality-gate';
import { save } from '@avatar/save';
import { isSquare, shortSidePx, type RasterImage } from '@avatar/stage';
import { enlargementOf } from '@avatar/styles';
import type { AvatarRequest } from './avatar-request.js';
import type { EngineCall } from './engine/engine-call.js';
import { modeSettings, photoLimits, workingSize } from './modes.js';

export interface AvatarPipelineOptions extends AvatarRequest {
  readonly models: ModelHub;
  /** Proposes faces. Default: that of `faceDetect`. */
  readonly detector?: FaceDetector | undefined;
  /** Compares avatar and photo. Default: that of `faceAlign` and `qualityGate`. */
  readonly embedder?: FaceEmbedder | undefined;
  readonly load?: LoadOptions | undefined;
  readonly input?: InputGateOptions | undefined;
  /** The picture of the background `image`. */
  readonly backdrop?: RasterImage | undefined;
  /** Paints the styles that need a generative engine. */
  readonly engine?: PortraitEngine | undefined;
  /** Told of every picture that the engine painted. */
  readonly onEngineCall?: ((call: EngineCall) => void) | undefined;
}

/** The photo, its faces, and what it is worth. */
export const seenStages = ({ models, detector, load: limits, input, mode }: AvatarPipelineOptions) =>
  pipeline('source')
    .use(load(photoLimits(modeSettings(mode), limits)))
    .use(faceDetect({ models, detector }))
    .use(innerPhoto())
    .use(inputGate(input));

/** What every style that renders the photo shares: also who is in it. */
export const photoStages = (options: AvatarPipelineOptions) =>
  pipeline('source').use(seenStages(options)).use(matteOf(options));

/** Who is in the picture. */
export const matteOf = ({ models, mode, size }: AvatarPipelineOptions) =>
  portraitMatte({
    models,
    inputSidePx: modeSettings(mode).matteInputPx,
    region: isSquare(size) ? 'head' : 'chest',
  });

export const backdropOf = ({
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

/** Where the person stands, and how large the picture is while it is made. Only squares are shown as circles. */
export const frameOf = ({ style, platform, mode, size }: AvatarRequest) => ({
  framing: style.framing,
  outputSize: workingSize(modeSettings(mode), size),
  deliveredSizePx: shortSidePx(size),
  circularCrop: platform.circularCrop && isSquare(size),
});

/** The finished files, behind a retry. */
export const savedAs = ({
  style,
  platform,
  background,
  mode,
  seed,
  runId,
  size,
  format,
  quality,
}: AvatarRequest) =>
  save({
    format,
    quality,
    style: style.token,
    platform: platform.token,
    background: background.token,
    mode,
    seed,
    runId,
    size,
    enlargement: enlargementOf(style),
    draft: modeSettings(mode).draft,
    retried: true,
  });
