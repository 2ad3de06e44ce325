import type { Plane, RasterImage } from '@avatar/stage';
import {
  boxBlur,
  createPlane,
  enlarge,
  gaussianBlur,
  greatestAround,
  leastAround,
  OPEN_LABEL,
} from '@avatar/image';
import type { Presence } from './presence-model.js';
import { regionsOf } from './regions.js';
import { commonColours, nearestColour } from './common-colours.js';
import { toHead, type HeadPlacement } from '../model/head-region.js';

/** Pockets lie beside the face: in head heights from the eyes. */
const BESIDE = { aside: 0.75, above: 0.4, below: 0.75 };
/** A pocket is no wider than twice this somewhere, in coarse pixels. */
const NARROW_PX = 4;
/** Fewer coarse pixels may be a gap between strands. */
const LEAST_POCKET_PX = 6;
/** How far from a pocket the same background is looked for, in coarse pixels. */
const REACH_PX = 15;
const EMPTY = 0.1;
/** The coarse model is sure of a person, and thinks of hair, from here on. */
const SURE = { person: 0.95, hair: 0.3 };
/** Colours are a pocket's, and the person's around it, from this share of them. */
const COMMON = { pocket: 0.1, person: 0.03 };
/** Steps of 255 to a colour of the pocket, and how much nearer to it than to any of the person's. */
const SAME = { steps: 34, nearer: 0.6 };
/** Fewer pixels may be a shadow. */
const LEAST_PX = 12;
/** The edge of what is taken away, in pixels. */
const SOFT_PX = 0.8;

/**
 * What is seen in a pocket of the person beside the face, as through an ear-ring, is background around it too: a bar
 * behind the ear that goes on between ring and ear. Takes away what lies near a pocket and has its colours, which the
 * person around has not, where the coarse model is not sure; hair is left alone.
 *
 * @param head in pixels of `alpha`
 */
export function clearSeenThrough(
  alpha: Plane,
  picture: RasterImage,
  presence: Pick<Presence, 'person' | 'hair'>,
  head: HeadPlacement,
): Plane {
  const pockets = pocketsBeside(alpha, presence, head);
  if (pockets.length === 0) return alpha;
  const { width, height } = alpha;
  const full = (plane: Plane): Float32Array => enlarge(plane, width, height).data;
  const person = full(presence.person);
  const hair = full(presence.hair);
  const cleared = createPlane(width, height);
  for (const pocket of pockets) {
    const within = full(pocket);
    const near = full(greatestAround(pocket, REACH_PX));
    const around = placesWith(near, 0);
    const isBody = (i: number): boolean => person[i] > SURE.person && hair[i] < SURE.hair;
    const isSeenThrough = (i: number): boolean => within[i] > 0.5 && alpha.data[i] < EMPTY;
    const seen = commonColours(picture, around.filter(isSeenThrough), COMMON.pocket);
    const own = commonColours(picture, around.filter(isBody), COMMON.person);
    const labels = new Uint8Array(near.length);
    for (const i of around) {
      const isDoubted = alpha.data[i] > EMPTY && person[i] < SURE.person && hair[i] < SURE.hair;
      if (!isDoubted) continue;
      const distance = nearestColour(picture, i, seen);
      if (distance < SAME.steps && distance < SAME.nearer * nearestColour(picture, i, own))
        labels[i] = OPEN_LABEL;
    }
    for (const { pixels } of regionsOf(alpha, labels, LEAST_PX, () => false))
      for (const i of pixels) cleared.data[i] = 1;
  }
  const soft = gaussianBlur(cleared, SOFT_PX);
  for (let i = 0; i < cleared.data.length; i++)
    cleared.data[i] = alpha.data[i] * (1 - Math.max(cleared.data[i], soft.data[i]));
  return cleared;
}

/** Where values are above a bound. */
function placesWith(values: Float32Array, above: number): Int32Array {
  const places = new Int32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > above) places[count++] = i;
  return places.subarray(0, count);
}

/** Holes and whatever else a morphological closing would fill, each as 1 on the coarse grid; no gaps between strands. */
function pocketsBeside(
  alpha: Plane,
  { person: { width, height }, hair }: Pick<Presence, 'person' | 'hair'>,
  head: HeadPlacement,
): Plane[] {
  const coarse = enlarge(alpha, width, height);
  const spread = boxBlur(coarse, NARROW_PX);
  for (let i = 0; i < spread.data.length; i++) spread.data[i] = spread.data[i] > 0.02 ? 1 : 0;
  const closed = leastAround(spread, NARROW_PX).data;
  const ownAxes = toHead(head);
  const labels = new Uint8Array(closed.length);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (coarse.data[i] > EMPTY || closed[i] === 0 || hair.data[i] > SURE.hair) continue;
      const [u, v] = ownAxes([((x + 0.5) * alpha.width) / width, ((y + 0.5) * alpha.height) / height]);
      if (Math.abs(u) < BESIDE.aside && v > -BESIDE.above && v < BESIDE.below) labels[i] = OPEN_LABEL;
    }
  return regionsOf(coarse, labels, LEAST_POCKET_PX, () => false).map(({ pixels }) => {
    const pocket = createPlane(width, height);
    for (const i of pixels) pocket.data[i] = 1;
    return pocket;
  });
}
