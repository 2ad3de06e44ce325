import { composite } from '@avatar/composite';
import { detailEnhance } from '@avatar/detail-enhance';
import { faceAlign, faceDetect, faceRegions } from '@avatar/face-align';
import { load } from '@avatar/load';
import { cutout } from '@avatar/matte';
import { pipeline } from '@avatar/pipeline-runner';
import { cutoutGate } from '@avatar/quality-gate';
import { defineStage, sameSize } from '@avatar/stage';
import { needsParts } from '@avatar/styles';
import { frameOf, matteOf, type AvatarPipelineOptions } from '../shared-stages.js';

/** The smallest picture that an engine may answer with, in pixels of its shorter side. */
const MIN_SIDE_PX = 256;
const MAX_BYTES = 64_000_000;

/** A picture from outside, within the bounds of any upload, and its faces. */
export const lookedAt = ({ models, detector }: AvatarPipelineOptions) =>
  pipeline('source')
    .use(load({ maxBytes: MAX_BYTES, minSidePx: MIN_SIDE_PX, heic: false }))
    .use(faceDetect({ models, detector }));

/** What becomes of a painted portrait: the way of a photo, without a style on top. */
export const framedStages = (options: AvatarPipelineOptions) => {
  const { models, embedder, style, light } = options;
  return pipeline('photo', 'faces', 'background')
    .use(matteOf(options))
    .use(faceAlign({ models, embedder, ...frameOf(options) }))
    .use(cutout())
    .use(cutoutGate())
    .use(faceRegions({ models, parts: needsParts(style) }))
    .use(asAvatar)
    .use(composite())
    .use(detailEnhance({ style, light }));
};

const asAvatar = defineStage({
  name: 'as-avatar',
  reads: ['face', 'cutout'],
  writes: ['avatar'],
  agreements: [sameSize(['face', 'cutout', 'avatar'])],
  run: async ({ face: { landmarks }, cutout: { foreground, alpha } }) => ({
    avatar: { image: foreground, person: alpha, landmarks },
  }),
});
