import {
  PERSON_PARTS,
  PERSON_PARTS_MODEL_ID,
  PERSON_PARTS_SIDE_PX,
  personPartsPixels,
  readPersonParts,
  type PersonPart,
} from '@avatar/face';
import { createPlane } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import type { PlanarImage, Plane } from '@avatar/stage';

/** How likely each part is at each place of a square picture, at the network's resolution. */
export type PartLikelihoods = Readonly<Record<PersonPart, Plane>>;

/** @throws AvatarError `model-unavailable`, `inference-failed` */
export async function partLikelihoods(
  square: PlanarImage,
  models: ModelHub,
  signal: AbortSignal | undefined,
): Promise<PartLikelihoods> {
  const options = signal ? { signal } : {};
  const model = await models.load(PERSON_PARTS_MODEL_ID, options);
  const logits = await readPersonParts(model, personPartsPixels(square), options);
  const planes = PERSON_PARTS.map(() => createPlane(PERSON_PARTS_SIDE_PX, PERSON_PARTS_SIDE_PX));
  for (let i = 0; i < planes[0].data.length; i++) {
    let sum = 0;
    PERSON_PARTS.forEach((part, label) => (sum += planes[label].data[i] = Math.exp(logits[part][i])));
    for (const { data } of planes) data[i] /= sum;
  }
  return Object.fromEntries(PERSON_PARTS.map((part, label) => [part, planes[label]])) as Record<
    PersonPart,
    Plane
  >;
}
