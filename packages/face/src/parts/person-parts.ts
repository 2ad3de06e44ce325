import { createPlane, enlarge, mapPlanes, shrink } from '@avatar/image';
import type { LoadedModel } from '@avatar/models';
import type { PlanarImage, Plane } from '@avatar/stage';
import { quickExp } from './quick-exp.js';

export const PERSON_PARTS_MODEL_ID = 'selfie-multiclass';

/** Side of the square picture that the network sees, and of its answers. */
export const PERSON_PARTS_SIDE_PX = 256;

/** What brings 8-bit values to the network's [-1, 1]. */
export const PERSON_PARTS_SCALING = { scale: 2 / 255, offset: -1 } as const;

/** What the network tells apart, in the order of its labels. */
export const PERSON_PARTS = ['background', 'hair', 'body', 'face', 'clothes', 'other'] as const;

/** `body` is the skin of the body, `face` that of the face, `other` what a person wears or holds that is no clothing. */
export type PersonPart = (typeof PERSON_PARTS)[number];

/** Log-odds of each part at each pixel, row by row: not softmaxed, each as long as the square has pixels. */
export type PersonPartLogits = Readonly<Record<PersonPart, Float32Array>>;

const PIXELS = PERSON_PARTS_SIDE_PX ** 2;

/** A square picture as the network sees it. */
export function personPartsPixels(square: PlanarImage): Float32Array {
  const factor = Math.max(1, Math.floor(square.width / PERSON_PARTS_SIDE_PX));
  const { planes } = mapPlanes(square, (plane) =>
    enlarge(shrink(plane, factor), PERSON_PARTS_SIDE_PX, PERSON_PARTS_SIDE_PX),
  );
  const pixels = new Float32Array(3 * PIXELS);
  planes.forEach((plane, channel) => {
    for (let i = 0, o = channel * PIXELS; i < PIXELS; i++, o++) pixels[o] = 2 * plane[i] - 1;
  });
  return pixels;
}

/**
 * Tells the parts of the people in a square picture apart, by MediaPipe's multiclass selfie segmentation.
 *
 * @param model the loaded `PERSON_PARTS_MODEL_ID`
 * @param pixels red, green and blue planes of `PERSON_PARTS_SIDE_PX` squared values in [-1, 1]
 * @throws AvatarError `inference-failed`; the signal's reason if it is aborted before the run
 */
export async function readPersonParts(
  model: LoadedModel,
  pixels: Float32Array,
  options: { readonly signal?: AbortSignal } = {},
): Promise<PersonPartLogits> {
  const image = { data: pixels, dims: [1, 3, PERSON_PARTS_SIDE_PX, PERSON_PARTS_SIDE_PX] };
  const { logits } = await model.run({ image }, options);
  const all = logits.data as Float32Array;
  const planeOf = (label: number): Float32Array => all.subarray(label * PIXELS, (label + 1) * PIXELS);
  return Object.fromEntries(PERSON_PARTS.map((part, label) => [part, planeOf(label)])) as Readonly<
    Record<PersonPart, Float32Array>
  >;
}

/** The likeliest part at a pixel. */
export function likeliestPart(logits: PersonPartLogits, index: number): PersonPart {
  let best: PersonPart = 'background';
  for (const part of PERSON_PARTS) if (logits[part][index] > logits[best][index]) best = part;
  return best;
}

/**
 * How likely each part is at each place of a square, in [0, 1], at the network's resolution; `person` is all that is
 * not background.
 */
export type PartLikelihoods = Readonly<Record<PersonPart | 'person', Plane>>;

/** The softmax of the log-odds. Part by part in plain sight: a loop over the parts takes twice as long. */
export function partLikelihoods(logits: PersonPartLogits): PartLikelihoods {
  const square = (): Plane => createPlane(PERSON_PARTS_SIDE_PX, PERSON_PARTS_SIDE_PX);
  const [background, hair, body, face, clothes] = [square(), square(), square(), square(), square()];
  const [other, person] = [square(), square()];
  for (let i = 0; i < PIXELS; i++) {
    const backgroundOdds = quickExp(logits.background[i]);
    const hairOdds = quickExp(logits.hair[i]);
    const bodyOdds = quickExp(logits.body[i]);
    const faceOdds = quickExp(logits.face[i]);
    const clothesOdds = quickExp(logits.clothes[i]);
    const otherOdds = quickExp(logits.other[i]);
    const sum = backgroundOdds + hairOdds + bodyOdds + faceOdds + clothesOdds + otherOdds;
    background.data[i] = backgroundOdds / sum;
    hair.data[i] = hairOdds / sum;
    body.data[i] = bodyOdds / sum;
    face.data[i] = faceOdds / sum;
    clothes.data[i] = clothesOdds / sum;
    other.data[i] = otherOdds / sum;
    person.data[i] = 1 - backgroundOdds / sum;
  }
  return { background, hair, body, face, clothes, other, person };
}
