import {
  partLikelihoods,
  PERSON_PARTS_MODEL_ID,
  PERSON_PARTS_SCALING,
  PERSON_PARTS_SIDE_PX,
  readPersonParts,
} from '@avatar/face';
import {
  resizeRaster,
  toChannelsFirst,
  turnedBack,
  turnPlane,
  turnRaster,
  type QuarterTurns,
} from '@avatar/image';
import { loadIfAvailable, type ModelHub } from '@avatar/models';
import type { Plane, RasterImage } from '@avatar/stage';

/** Who is there, roughly: the planes are `PERSON_PARTS_SIDE_PX` squared over the whole picture, whatever its shape. */
export interface Presence {
  /** Probability of a person, worn and held things too; the model's surest answers are about 0.08 and 0.98. */
  readonly person: Plane;
  /** Probability of hair. */
  readonly hair: Plane;
  /** Probability of the skin of a face. */
  readonly face: Plane;
  /** Probability of what people wear or hold that is no clothing: hats, bags, glasses. */
  readonly other: Plane;
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
  const model = await loadIfAvailable(models, PERSON_PARTS_MODEL_ID, { signal });
  if (model === undefined) return undefined;
  const upright = turnRaster(
    await resizeRaster(picture, PERSON_PARTS_SIDE_PX, PERSON_PARTS_SIDE_PX),
    quarterTurns,
  );
  signal.throwIfAborted();
  const pixels = toChannelsFirst(upright, PERSON_PARTS_SCALING);
  const { person, hair, face, other } = partLikelihoods(await readPersonParts(model, pixels, { signal }));
  const back = turnedBack(quarterTurns);
  return {
    person: turnPlane(person, back),
    hair: turnPlane(hair, back),
    face: turnPlane(face, back),
    other: turnPlane(other, back),
  };
}
