import { createPlane, enlarge, mapPlanes, shrink } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import type { PlanarImage, Plane } from '@avatar/stage';
import type { FaceOptions } from '../detection/face-run.js';

/** MediaPipe's multiclass selfie segmentation. */
export const PARTS_MODEL_ID = 'selfie-multiclass';
/** Side in pixels of the square that the model sees, and of what it answers. */
export const PARTS_SIDE_PX = 256;

/** What the model tells apart, in the order of its outputs. Hats, glasses, jewellery and things held are `other`. */
export const PART_CLASSES = ['background', 'hair', 'bodySkin', 'faceSkin', 'clothes', 'other'] as const;
export type PartClass = (typeof PART_CLASSES)[number];

const PIXELS = PARTS_SIDE_PX * PARTS_SIDE_PX;

/** Channels first, in [-1, 1]. */
function modelInput(square: PlanarImage): Float32Array {
  const factor = Math.max(1, Math.floor(square.width / PARTS_SIDE_PX));
  const { planes } = mapPlanes(square, (plane) =>
    enlarge(shrink(plane, factor), PARTS_SIDE_PX, PARTS_SIDE_PX),
  );
  const input = new Float32Array(3 * PIXELS);
  planes.forEach((plane, channel) => {
    for (let i = 0, o = channel * PIXELS; i < PIXELS; i++, o++) input[o] = 2 * plane[i] - 1;
  });
  return input;
}

/**
 * What each place of a square picture of a person shows, before any softmax: one part after the other, each
 * `PARTS_SIDE_PX` squared. The model sees the square as it is, background and all, as in its training.
 *
 * @throws AvatarError `model-unavailable`, `inference-failed`
 */
export async function partLogits(
  square: PlanarImage,
  models: ModelHub,
  options: FaceOptions = {},
): Promise<Readonly<Record<PartClass, Float32Array>>> {
  const model = await models.load(PARTS_MODEL_ID, options);
  const image = { data: modelInput(square), dims: [1, 3, PARTS_SIDE_PX, PARTS_SIDE_PX] };
  const { logits } = await model.run({ image }, options);
  const data = logits.data as Float32Array;
  const entries = PART_CLASSES.map((name, at) => [name, data.subarray(at * PIXELS, (at + 1) * PIXELS)]);
  return Object.fromEntries(entries) as Record<PartClass, Float32Array>;
}

/** The softmax of `partLogits`: how likely each part is at each place. */
export function partProbabilities(
  logits: Readonly<Record<PartClass, Float32Array>>,
): Readonly<Record<PartClass, Plane>> {
  const planes = PART_CLASSES.map(() => createPlane(PARTS_SIDE_PX, PARTS_SIDE_PX));
  for (let i = 0; i < PIXELS; i++) {
    let sum = 0;
    PART_CLASSES.forEach((name, at) => (sum += planes[at].data[i] = Math.exp(logits[name][i])));
    for (const { data } of planes) data[i] /= sum;
  }
  return Object.fromEntries(PART_CLASSES.map((name, at) => [name, planes[at]])) as Record<PartClass, Plane>;
}
