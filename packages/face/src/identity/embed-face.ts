import { fitTransform, invertTransform, transformScale, type Point } from '@avatar/image';
import type { ModelHub, WarpTemplate } from '@avatar/models';
import type {
  FaceEmbedding,
  FaceLandmarks,
  PlanarImage,
  RasterImage,
  SimilarityTransform,
} from '@avatar/stage';
import type { FaceOptions } from '../detection/face-run.js';
import { eyeCentres, landmarkPoint } from '../mesh/landmarks.js';
import { LEFT_MOUTH_CORNER, NOSE, RIGHT_MOUTH_CORNER } from '../mesh/mesh-topology.js';

export const EMBEDDING_MODEL_ID = 'sface';
/** ArcFace's. */
const TEMPLATE: WarpTemplate = {
  sizePx: 112,
  points: [
    [38.2946, 51.6963],
    [73.5318, 51.5014],
    [56.0252, 71.7366],
    [41.5493, 92.3655],
    [70.7299, 92.2041],
  ],
};

/** Picture to template, least squares over five points of the mesh. */
export function embeddingTransform(landmarks: FaceLandmarks, template = TEMPLATE): SimilarityTransform {
  const { right, left } = eyeCentres(landmarks);
  const points = [
    right,
    left,
    landmarkPoint(landmarks, NOSE),
    landmarkPoint(landmarks, RIGHT_MOUTH_CORNER),
    landmarkPoint(landmarks, LEFT_MOUTH_CORNER),
  ];
  return fitTransform(
    points.map(([x, y]): Point => [x, y]),
    template.points.map(([x, y]): Point => [x, y]),
  );
}

/** Template pixels are means of a grid of samples at most so many picture pixels apart. */
const MAX_SAMPLE_STEP_PX = 1.75;

/** Colour values of either kind of picture, and the gain that brings them to 0..255. */
function coloursOf(image: RasterImage | PlanarImage) {
  if ('planes' in image) {
    const [red, green, blue] = image.planes;
    return { red, green, blue, step: 1, gain: 255 };
  }
  const { data, channels } = image;
  return { red: data, green: data.subarray(1), blue: data.subarray(2), step: channels, gain: 1 };
}

/**
 * The aligned face as model input, channels first, 0 to 255, black outside the picture. Everything is in one loop with
 * plain variables: calls and arrays would cost more than the samples.
 */
export function sampleTemplate(
  image: RasterImage | PlanarImage,
  toTemplate: SimilarityTransform,
  sizePx = TEMPLATE.sizePx,
): Float32Array {
  const { a, b, tx, ty } = invertTransform(toTemplate);
  const { red, green, blue, step, gain } = coloursOf(image);
  const { width, height } = image;
  const samples = Math.max(1, Math.ceil(1 / (MAX_SAMPLE_STEP_PX * transformScale(toTemplate))));
  const weight = gain / (samples * samples);
  const below = width * step;
  const count = sizePx * sizePx;
  const tensor = new Float32Array(3 * count);
  for (let row = 0; row < sizePx * samples; row++) {
    const y = (row + 0.5) / samples;
    const outRow = Math.floor(row / samples) * sizePx;
    for (let column = 0; column < sizePx * samples; column++) {
      const x = (column + 0.5) / samples;
      const u = a * x - b * y + tx - 0.5;
      const v = b * x + a * y + ty - 0.5;
      const left = Math.floor(u);
      const top = Math.floor(v);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const fx = u - left;
      const fy = v - top;
      const w00 = (1 - fx) * (1 - fy) * weight;
      const w10 = fx * (1 - fy) * weight;
      const w01 = (1 - fx) * fy * weight;
      const w11 = fx * fy * weight;
      const i = (top * width + left) * step;
      const j = i + step;
      const k = i + below;
      const l = j + below;
      const o = outRow + ((column / samples) | 0);
      tensor[o] += w00 * red[i] + w10 * red[j] + w01 * red[k] + w11 * red[l];
      tensor[o + count] += w00 * green[i] + w10 * green[j] + w01 * green[k] + w11 * green[l];
      tensor[o + 2 * count] += w00 * blue[i] + w10 * blue[j] + w01 * blue[k] + w11 * blue[l];
    }
  }
  return tensor;
}

/**
 * A face in the place where a network for identities wants it: red, green and blue plane, 0 to 255, black outside the
 * picture.
 */
export const alignedFacePixels = (
  image: RasterImage | PlanarImage,
  landmarks: FaceLandmarks,
  template: WarpTemplate,
): Float32Array => sampleTemplate(image, embeddingTransform(landmarks, template), template.sizePx);

/**
 * Identity of a face: 128 numbers of length 1. Y. Zhong et al., "SFace", 2021.
 *
 * @throws AvatarError `model-unavailable`, `inference-failed`
 */
export async function embedFace(
  image: RasterImage | PlanarImage,
  landmarks: FaceLandmarks,
  models: ModelHub,
  options: FaceOptions = {},
): Promise<FaceEmbedding> {
  const model = await models.load(EMBEDDING_MODEL_ID, options);
  const data = sampleTemplate(image, embeddingTransform(landmarks));
  const dims = [1, 3, TEMPLATE.sizePx, TEMPLATE.sizePx];
  const { embedding } = await model.run({ image: { data, dims } }, options);
  return { vector: normalised(embedding.data as Float32Array), modelId: EMBEDDING_MODEL_ID };
}

/** The same direction with length 1. */
export function normalised(values: Float32Array): Float32Array {
  let square = 0;
  for (const value of values) square += value * value;
  const norm = 1 / Math.max(Math.sqrt(square), 1e-12);
  const vector = new Float32Array(values.length);
  for (let i = 0; i < vector.length; i++) vector[i] = values[i] * norm;
  return vector;
}
