import type { Plane, RasterImage } from '@avatar/stage';
import {
  createPlane,
  resizeRaster,
  toChannelsFirst,
  turnedBack,
  turnPlane,
  turnRaster,
  type QuarterTurns,
} from '@avatar/image';
import { loadIfAvailable, type ModelHub } from '@avatar/models';

export const PRESENCE_MODEL_ID = 'selfie-multiclass';
const SIDE_PX = 256;
const PIXELS = SIDE_PX * SIDE_PX;
const PIXEL_SCALING = { scale: 2 / 255, offset: -1 };
/** Planes of the model's output. */
const CLASSES = 6;
const HAIR = 1;

/** Who is there, roughly: both planes are 256 x 256 over the whole picture, whatever its shape. */
export interface Presence {
  /** Probability of a person, worn and held things too; the model's surest answers are about 0.08 and 0.98. */
  readonly person: Plane;
  /** Probability of hair. */
  readonly hair: Plane;
}

/** The classes' softmax, what is not background added up. */
function presenceOf(logits: Float32Array): Presence {
  const person = createPlane(SIDE_PX, SIDE_PX);
  const hair = createPlane(SIDE_PX, SIDE_PX);
  for (let i = 0; i < PIXELS; i++) {
    let sum = 0;
    for (let label = 0; label < CLASSES; label++) sum += Math.exp(logits[label * PIXELS + i]);
    person.data[i] = 1 - Math.exp(logits[i]) / sum;
    hair.data[i] = Math.exp(logits[HAIR * PIXELS + i]) / sum;
  }
  return { person, hair };
}

/**
 * Where people are in a picture, by MediaPipe's multiclass selfie segmentation. Coarse, but it is hardly ever wrong
 * about who is there, in the dark, against the light and in blurred pictures.
 *
 * @param quarterTurns clockwise right angles that bring the person upright; the planes lie as `picture` does
 * @returns undefined where the model cannot be had: it is fetched on first use, and the fine matte stands without it
 * @throws AvatarError `inference-failed`
 */
export async function findPresence(
  models: ModelHub,
  picture: RasterImage,
  quarterTurns: QuarterTurns,
  signal: AbortSignal,
): Promise<Presence | undefined> {
  const model = await loadIfAvailable(models, PRESENCE_MODEL_ID, { signal });
  if (model === undefined) return undefined;
  const upright = turnRaster(await resizeRaster(picture, SIDE_PX, SIDE_PX), quarterTurns);
  signal.throwIfAborted();
  const image = { data: toChannelsFirst(upright, PIXEL_SCALING), dims: [1, 3, SIDE_PX, SIDE_PX] };
  const { logits } = await model.run({ image }, { signal });
  const { person, hair } = presenceOf(logits.data as Float32Array);
  const back = turnedBack(quarterTurns);
  return { person: turnPlane(person, back), hair: turnPlane(hair, back) };
}
