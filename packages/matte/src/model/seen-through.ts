import type { Plane, RasterImage } from '@avatar/stage';
import { boxBlur, createPlane, enlarge, floodFill, gaussianBlur, OPEN_LABEL } from '@avatar/image';
import type { Presence } from '../presence/presence-model.js';
import { commonColours, nearestColour } from './common-colours.js';

/** A pocket's mouth is no wider than twice this, as a share of the matte's longer side. */
const MOUTH = 0.018;
/** How far from a pocket the same background is looked for, as a share of the same. */
const REACH = 0.06;
const EMPTY = 0.1;
/** The coarse model is sure of a person, and thinks of hair, from here on. */
const SURE = { person: 0.95, hair: 0.3 };
/** Colours are a pocket's, and the person's around it, from this share of them. */
const COMMON = { pocket: 0.1, person: 0.03 };
/** Steps of 255 to a colour of the pocket, and how much nearer to it than to any of the person's. */
const SAME = { steps: 34, nearer: 0.6 };
/** Fewer pixels may be a shadow or a gap between strands. */
const LEAST_PX = 12;
const DONE = 2;
/** The edge of what is taken away, in pixels. */
const SOFT_PX = 0.8;

/**
 * What is seen in a pocket of the person, as through an ear-ring, is background beside it too: a bar behind the ear
 * that goes on between ring and ear. Takes away what lies near a pocket and has its colours, which the person around
 * has not, where the coarse model is not sure; hair is left alone.
 */
export function clearSeenThrough(
  alpha: Plane,
  picture: RasterImage,
  { person, hair }: Pick<Presence, 'person' | 'hair'>,
): Plane {
  const { width, height } = alpha;
  const side = Math.max(width, height);
  const sure = enlarge(person, width, height).data;
  const hairy = enlarge(hair, width, height).data;
  const marked = createPlane(width, height);
  for (const pocket of pocketsOf(alpha, Math.max(1, Math.round(MOUTH * side)), hairy)) {
    const spot = createPlane(width, height);
    for (const i of pocket) spot.data[i] = 1;
    const near = boxBlur(spot, Math.round(REACH * side)).data;
    const isOwn = (i: number): boolean => near[i] > 0 && sure[i] > SURE.person && hairy[i] < SURE.hair;
    const seen = commonColours(picture, (i) => spot.data[i] > 0, COMMON.pocket);
    const own = commonColours(picture, isOwn, COMMON.person);
    const isSeen = (i: number): boolean => {
      const distance = nearestColour(picture, i, seen);
      return distance < SAME.steps && distance < SAME.nearer * nearestColour(picture, i, own);
    };
    const isDoubted = (i: number): boolean =>
      alpha.data[i] > EMPTY && sure[i] < SURE.person && hairy[i] < SURE.hair;
    const labels = new Uint8Array(near.length);
    for (let i = 0; i < labels.length; i++)
      if (near[i] > 0 && isDoubted(i) && isSeen(i)) labels[i] = OPEN_LABEL;
    for (let i = 0; i < labels.length; i++) {
      if (labels[i] !== OPEN_LABEL) continue;
      const part = floodFill(alpha, labels, DONE, [i]);
      if (part.length >= LEAST_PX) for (const index of part) marked.data[index] = 1;
    }
  }
  if (!marked.data.includes(1)) return alpha;
  const soft = gaussianBlur(marked, SOFT_PX);
  const cleared = createPlane(width, height);
  for (let i = 0; i < cleared.data.length; i++)
    cleared.data[i] = alpha.data[i] * (1 - Math.max(marked.data[i], soft.data[i]));
  return cleared;
}

/** Empty parts that a morphological closing fills, and holes: between ring and cheek, not between strands. */
function pocketsOf(alpha: Plane, radius: number, hairy: Float32Array): Int32Array[] {
  const spread = boxBlur(alpha, radius);
  for (let i = 0; i < spread.data.length; i++) spread.data[i] = spread.data[i] > 0.02 ? 1 : 0;
  const closed = boxBlur(spread, radius).data;
  const labels = new Uint8Array(closed.length);
  for (let i = 0; i < labels.length; i++)
    if (alpha.data[i] < EMPTY && closed[i] > 0.999 && hairy[i] < SURE.hair) labels[i] = OPEN_LABEL;
  const pockets: Int32Array[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== OPEN_LABEL) continue;
    const pocket = floodFill(alpha, labels, DONE, [i]);
    if (pocket.length >= LEAST_PX) pockets.push(pocket.slice());
  }
  return pockets;
}
