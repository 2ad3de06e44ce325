import type { Point } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import { anchorCentres } from './anchors.js';
import { decodeBlaze } from './blaze-decode.js';
import type { FaceDetector, FaceKeypoints } from './face-detector.js';

export const BLAZE_MODEL_ID = 'blazeface-back';
const INPUT_SIZE_PX = 256;
const ANCHORS = anchorCentres(INPUT_SIZE_PX, [
  { stridePx: 16, perCell: 2 },
  { stridePx: 32, perCell: 6 },
]);
const PIXELS = { scale: 1 / 127.5, offset: -1 };
const AS_IT_IS = { a: 1, b: 0, tx: 0, ty: 0 };

/**
 * The detector that is used unless another one is given. V. Bazarevsky et al., "BlazeFace", 2019 (the back-camera
 * variant). It finds faces at any turn, but its points are right only within about 60 degrees of upright in the square.
 */
export const blazeFace = (models: ModelHub): FaceDetector => ({
  modelIds: [BLAZE_MODEL_ID],
  input: { sidePx: INPUT_SIZE_PX, scaling: PIXELS },
  detect: async (data, minScore, options) => {
    const model = await models.load(BLAZE_MODEL_ID, options);
    const dims = [1, 3, INPUT_SIZE_PX, INPUT_SIZE_PX];
    const outputs = await model.run({ image: { data, dims } }, options);
    const layers = [512, 384].map((count) => ({
      scores: outputs[`scores${count}`].data as Float32Array,
      boxes: outputs[`boxes${count}`].data as Float32Array,
    }));
    return decodeBlaze(layers, ANCHORS, minScore, AS_IT_IS);
  },
});

/** Turn of the line between the eyes in radians. */
export function keypointAngle({ leftEye, rightEye }: FaceKeypoints): number {
  return Math.atan2(rightEye[1] - leftEye[1], rightEye[0] - leftEye[0]);
}

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
