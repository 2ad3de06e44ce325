import type { Plane } from '@avatar/stage';
import { createPlane, enlarge, greatestAround, leastAround, shrink } from '@avatar/image';
import { toHead, type HeadPlacement } from '../model/head-region.js';
import type { Presence } from './presence-model.js';

/** How far around the head, in head heights from the eyes in its own axes. */
const AROUND = { aside: 1.3, above: 1.2, below: 0.75 };
/** The coarse model doubts between these, and is sure of a person above `sure`. */
const DOUBT = { from: 0.2, to: 0.9, sure: 0.85 };
/** Nearly sure is not enough for what the fine model has not seen at all. */
const GIVEN = { below: 0.95 };
/** The fine model has no doubt below and above. */
const CLEAR = { none: 0.03, all: 0.97 };
/** Where the fine model is sure and the coarse one sees rather nobody, hair too may be a stranger's. */
const UNLIKELY = { kept: 0.7, below: 0.5 };
/** Opacity in the finished matte from which something is kept, and from which it is the person. */
const KEPT = 0.3;
const OPAQUE = 0.5;
/** Soft edges are no doubts: what counts is as broad as this, in head heights. */
const BROAD = 0.06;
const LEAST_BROAD_PX = 3;
/** Broad things show on a quarter of the pixels. */
const COARSER = 2;
/** What was given is sharp already. */
const BROAD_GIVEN_PX = 3;
/** Doubts further from what is kept do not matter, in head heights. */
const NEAR = 0.08;
/**
 * Where shoulders are, in head heights below the eyes: what is taken away from there counts half, as nobody sees of a
 * shoulder, or of somebody else's, where it ended.
 */
const SHOULDERS = { below: 0.45, share: 0.5 };

/**
 * How much around a head no model decided, in squares of its height: where the coarse model doubts and the fine one does
 * too or is overruled, what the person was given on a weak word, and what was taken away right beside them though it is
 * surely a person, as it is of somebody else. Hair is doubted at every edge and
 * counts only where rather nobody is seen. 0 is a clear matter.
 */
export function undecidedAround(alpha: Plane, fine: Plane, presence: Presence, head: HeadPlacement): number {
  const person = shrink(presence.person, COARSER);
  const hair = shrink(presence.hair, COARSER);
  const other = shrink(presence.other, COARSER);
  const { width, height } = person;
  const [across, down] = [width / alpha.width, height / alpha.height];
  const headPx = head.heightPx * Math.sqrt(across * down);
  const finished = enlarge(alpha, width, height).data;
  const edge = enlarge(fine, width, height).data;
  const where = (test: (i: number) => boolean): Plane => {
    const plane = createPlane(width, height);
    for (let i = 0; i < plane.data.length; i++) plane.data[i] = test(i) ? 1 : 0;
    return plane;
  };
  const broadPx = Math.max(LEAST_BROAD_PX, Math.round(BROAD * headPx));
  const nearby = greatestAround(
    where((i) => finished[i] > KEPT),
    Math.max(1, Math.round(NEAR * headPx)),
  ).data;
  const doubted = broadParts(
    where((i) => person.data[i] > DOUBT.from && person.data[i] < DOUBT.to),
    broadPx,
  ).data;
  const taken = broadParts(
    where((i) => person.data[i] > DOUBT.sure && finished[i] < KEPT),
    broadPx,
  ).data;
  const unlikely = broadParts(
    where(
      (i) =>
        finished[i] > UNLIKELY.kept && person.data[i] < UNLIKELY.below && hair.data[i] > 0.5 * person.data[i],
    ),
    broadPx,
  ).data;
  const given = broadParts(
    where((i) => finished[i] > OPAQUE && edge[i] < OPAQUE),
    BROAD_GIVEN_PX,
  ).data;
  const isWorn = (i: number): boolean => other.data[i] > 0.5 * person.data[i];
  const isClear = (i: number): boolean =>
    finished[i] > KEPT ? edge[i] > CLEAR.all : edge[i] < CLEAR.none && !isWorn(i);
  const ownAxes = toHead(head);
  let count = 0;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const isDoubted = doubted[i] > 0 && hair.data[i] < 0.5 * person.data[i] && !isClear(i);
      const isGiven = given[i] > 0 && person.data[i] < GIVEN.below;
      const isTaken = nearby[i] > 0 && taken[i] > 0;
      const amount = Number((nearby[i] > 0 && isDoubted) || unlikely[i] > 0) + Number(isGiven);
      if (amount === 0 && !isTaken) continue;
      const [u, v] = ownAxes([(x + 0.5) / across, (y + 0.5) / down]);
      if (Math.abs(u) > AROUND.aside || v < -AROUND.above || v > AROUND.below) continue;
      count += amount;
      if (isTaken) count += v > SHOULDERS.below ? SHOULDERS.share : 1;
    }
  return count / headPx ** 2;
}

/** What of a marked plane is at least `breadthPx` broad (a morphological opening by a square). */
function broadParts(marked: Plane, breadthPx: number): Plane {
  const radius = breadthPx >> 1;
  return greatestAround(leastAround(marked, radius), radius);
}
