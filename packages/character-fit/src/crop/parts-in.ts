import {
  partLikelihoods,
  PERSON_PARTS_MODEL_ID,
  personPartsPixels,
  readPersonParts,
  type PartLikelihoods,
} from '@avatar/face';
import type { ModelHub } from '@avatar/models';
import type { PlanarImage } from '@avatar/stage';

/** @throws AvatarError `model-unavailable`, `inference-failed` */
export async function partsIn(
  square: PlanarImage,
  models: ModelHub,
  signal: AbortSignal | undefined,
): Promise<PartLikelihoods> {
  const options = signal ? { signal } : {};
  const model = await models.load(PERSON_PARTS_MODEL_ID, options);
  return partLikelihoods(await readPersonParts(model, personPartsPixels(square), options));
}
