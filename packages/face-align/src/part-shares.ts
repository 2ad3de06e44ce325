import {
  PERSON_PARTS_MODEL_ID,
  PERSON_PARTS_SIDE_PX as SIDE_PX,
  personPartsPixels,
  readPersonParts,
  type PersonPartLogits,
} from '@avatar/face';
import { createPlane, cutPlane, gaussianBlur } from '@avatar/image';
import { inSquare } from './in-square.js';
import type { ModelHub } from '@avatar/models';
import type { PlanarImage, Plane } from '@avatar/stage';

const PIXELS = SIDE_PX ** 2;

/** Where the model sees background in the person, the shares of so wide a neighbourhood stand in, in model pixels. */
const NEIGHBOURHOOD_SIGMA = 5;
/** Weight of the neighbourhood against a pixel that is all person. */
const NEIGHBOURHOOD_WEIGHT = 0.05;
const ALMOST_NOTHING = 1e-4;

/** Shares of what the person shows at each place, in [0, 1], at the model's resolution. The rest is `other`. */
export interface PartShares {
  readonly hair: Plane;
  readonly skin: Plane;
  readonly clothes: Plane;
}

type Part = 'hair' | 'skin' | 'clothes' | 'other';

const emptyPart = (): Plane => createPlane(SIDE_PX, SIDE_PX);

/**
 * Softmax over the classes, the kinds of skin added up; each times the probability of the person as a whole, so that
 * what the model sees in the background hardly counts.
 */
function partEvidence(logits: PersonPartLogits): Record<Part, Plane> {
  const parts = { hair: emptyPart(), skin: emptyPart(), clothes: emptyPart(), other: emptyPart() };
  for (let i = 0; i < PIXELS; i++) {
    const hair = Math.exp(logits.hair[i]);
    const skin = Math.exp(logits.body[i]) + Math.exp(logits.face[i]);
    const clothes = Math.exp(logits.clothes[i]);
    const other = Math.exp(logits.other[i]);
    const person = hair + skin + clothes + other;
    const weight = person / (Math.exp(logits.background[i]) + person) ** 2;
    parts.hair.data[i] = hair * weight;
    parts.skin.data[i] = skin * weight;
    parts.clothes.data[i] = clothes * weight;
    parts.other.data[i] = other * weight;
  }
  return parts;
}

function total({ hair, skin, clothes, other }: Record<Part, Plane>): Plane {
  const sum = emptyPart();
  for (let i = 0; i < PIXELS; i++)
    sum.data[i] = hair.data[i] + skin.data[i] + clothes.data[i] + other.data[i];
  return sum;
}

/**
 * How likely a part is, given that the place shows the person: the cutout says that better than the model. Beyond the
 * model's outline of the person a part goes on as its neighbours there.
 */
function withinPerson(part: Plane, person: Plane, personAround: Plane): Plane {
  const around = gaussianBlur(part, NEIGHBOURHOOD_SIGMA);
  const within = emptyPart();
  for (let i = 0; i < PIXELS; i++) {
    const usual = around.data[i] / (personAround.data[i] + ALMOST_NOTHING);
    within.data[i] = (part.data[i] + NEIGHBOURHOOD_WEIGHT * usual) / (person.data[i] + NEIGHBOURHOOD_WEIGHT);
  }
  return within;
}

/** Squares the shares and brings their sum back to 1: the likeliest part is sure, even shares stay even. */
function decided(likely: Record<Part, Plane>): PartShares {
  const shares = { hair: emptyPart(), skin: emptyPart(), clothes: emptyPart() };
  for (let i = 0; i < PIXELS; i++) {
    const hair = likely.hair.data[i] ** 2;
    const skin = likely.skin.data[i] ** 2;
    const clothes = likely.clothes.data[i] ** 2;
    const sum = hair + skin + clothes + likely.other.data[i] ** 2 + ALMOST_NOTHING;
    shares.hair.data[i] = hair / sum;
    shares.skin.data[i] = skin / sum;
    shares.clothes.data[i] = clothes / sum;
  }
  return shares;
}

/**
 * Finds hair, skin and clothes in the aligned picture by MediaPipe's multiclass selfie segmentation. It sees the picture as
 * it is, background and all, as in its training, within a square that what is no square fills with its border.
 *
 * @throws AvatarError `model-unavailable`, `inference-failed`
 */
export async function findPartShares(
  crop: PlanarImage,
  models: ModelHub,
  signal: AbortSignal,
): Promise<PartShares> {
  const model = await models.load(PERSON_PARTS_MODEL_ID, { signal });
  const { square, shown } = inSquare(crop);
  const parts = partEvidence(await readPersonParts(model, personPartsPixels(square), { signal }));
  const person = total(parts);
  const personAround = gaussianBlur(person, NEIGHBOURHOOD_SIGMA);
  const within = (part: Plane): Plane => withinPerson(part, person, personAround);
  const { hair, skin, clothes } = decided({
    hair: within(parts.hair),
    skin: within(parts.skin),
    clothes: within(parts.clothes),
    other: within(parts.other),
  });
  const cut = (part: Plane): Plane => cutPlane(part, shown);
  return { hair: cut(hair), skin: cut(skin), clothes: cut(clothes) };
}
