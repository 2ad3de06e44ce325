import { background } from '@avatar/bg-generate';
import { composite } from '@avatar/composite';
import { cutout, portraitMatte } from '@avatar/matte';
import { detailEnhance } from '@avatar/detail-enhance';
import { faceAlign, faceDetect, faceRegions } from '@avatar/face-align';
import { load } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import { pipeline, retryAtLowerIntensity } from '@avatar/pipeline-runner';
import { cutoutGate, qualityGate } from '@avatar/quality-gate';
import { styleApply } from '@avatar/style-apply';
import type { Style } from '@avatar/styles';

const SIZE_PX = 512;

/** What all styles share: the photo, its faces, the matte. */
export const sharedStages = (models: ModelHub) =>
  pipeline('source').use(load()).use(faceDetect({ models })).use(portraitMatte({ models }));

/** The aligned person and the style's background, at 512 px. */
export const alignedStages = (models: ModelHub, { framing, rendering, background: own }: Style) =>
  pipeline('photo', 'faces', 'matte')
    .use(faceAlign({ models, framing, outputSizePx: SIZE_PX }))
    .use(cutout())
    .use(cutoutGate())
    .use(faceRegions({ models, parts: rendering.kind === 'drawn' }))
    // The type lists the toolkit's own tokens; those of its styles are among them.
    .use(background({ token: own.token as 'studio_light', sizePx: SIZE_PX }));

/** The style itself, without the gate. */
export const styledStages = (models: ModelHub, style: Style) =>
  pipeline('face', 'cutout', 'regions', 'background')
    .use(styleApply({ style, models }))
    .use(composite())
    .use(detailEnhance({ style }));

/** The style with its gate and the default retries. */
export const judgedStages = (models: ModelHub, style: Style) =>
  pipeline('face', 'cutout', 'cutoutReport', 'regions', 'background', 'embedding').use(
    retryAtLowerIntensity({
      body: pipeline('face', 'cutout', 'cutoutReport', 'regions', 'background', 'embedding')
        .use(styleApply({ style, models }))
        .use(composite())
        .use(detailEnhance({ style }))
        .use(qualityGate({ models, style })),
    }),
  );
