import type { Subject } from './subject.js';

/** Where the head goes in the picture. Fractions of the shorter side, which is the side of a square. */
export interface Frame {
  readonly headHeight: number;
  readonly eyeLine: number;
  /** How far the eyes' midpoint is right of the middle. */
  readonly shift: number;
}

/** What a style and a platform want of a frame. */
export interface WantedFrame {
  readonly headHeight: number;
  readonly eyeLine: number;
  readonly minHeadroom: number;
  /** Only the inscribed circle will be seen. */
  readonly circularCrop: boolean;
  /** Of the picture. One of both is 1. */
  readonly width: number;
  readonly height: number;
}

type Shape = Pick<WantedFrame, 'width' | 'height'>;

/** Price of a violation of 1, against the prices of a frame's own faults. */
export const VIOLATION_PRICE = 180;
/** Price of a difference of 1 between a frame and what the style wants. */
const PRICE = {
  bigger: 6,
  /** Of the square of what the head height exceeds `LARGE_HEAD` by. */
  muchBigger: 20,
  smaller: 9,
  /** Of the square of what the head height is below `SMALL_HEAD`. */
  muchSmaller: 400,
  eyeLine: 10,
  shift: 8,
  /** Of what the head is off the middle beyond `FARTHEST_ASIDE`. */
  aside: 25,
  /** Of the depth of hair that the photo has and the square loses. */
  hair: 60,
  headroom: 40,
  chin: 40,
  ears: 40,
  circle: 20,
};
/**
 * In a picture that is no square a head may be larger at less cost, as in films, and is missed more where it leaves its
 * line: there is so much ground around it that it looks lost.
 */
const RECTANGLE_PRICE = { bigger: 3, smaller: 14, eyeLine: 18 };
const LARGE_HEAD = 0.8;
const SMALL_HEAD = 0.42;
/** The head's middle stays this near to the square's. */
const FARTHEST_ASIDE = 0.045;
/** A slant of the head that is left is paid for by its angle in radians. */
export const SLANT_PRICE = 5;
/** A cut is ugly even where it is shallow. */
const CUT_DEPTH = 0.02;
/** The chin stays above this. */
const LOWEST_CHIN = 0.97;
/** From the eyes' midpoint to an ear, in head heights, and how near to the border an ear may come. */
const EAR_ASIDE = 0.36;
const EAR_MARGIN = 0.02;
/** Below this, in head heights under the eyes, there are chin and jaw, which have a price of their own. */
const HAIR_ABOVE = 0.3;
/** Head and hair stay this far inside the circle. */
const CIRCLE_MARGIN = 0.02;

/** The cost of a frame that comes from its own numbers, before anything is looked up in the photo. */
export function ownCost(frame: Frame, wanted: WantedFrame, subject: Subject): number {
  const bigger = frame.headHeight - wanted.headHeight;
  const crown = frame.eyeLine + frame.headHeight * subject.crown;
  const chin = frame.eyeLine + frame.headHeight * subject.chin;
  const ear = 0.5 - (wanted.width - 1) / 2 + Math.abs(frame.shift) + frame.headHeight * EAR_ASIDE;
  const price = wanted.width === wanted.height ? PRICE : RECTANGLE_PRICE;
  return (
    (bigger > 0 ? price.bigger * bigger : -price.smaller * bigger) +
    price.eyeLine * Math.abs(frame.eyeLine - wanted.eyeLine) +
    PRICE.shift * Math.abs(frame.shift) +
    PRICE.aside * Math.max(0, Math.abs(frame.shift + frame.headHeight * subject.middle) - FARTHEST_ASIDE) +
    PRICE.hair * lostHair(frame, subject.outline, wanted) +
    (subject.crownIsCut ? 0 : PRICE.headroom * Math.max(0, wanted.minHeadroom - crown)) +
    PRICE.muchBigger * Math.max(0, frame.headHeight - LARGE_HEAD) ** 2 +
    PRICE.muchSmaller * Math.max(0, SMALL_HEAD - frame.headHeight) ** 2 +
    (subject.chinIsCut ? 0 : PRICE.chin * Math.max(0, chin - (wanted.height - 1) - LOWEST_CHIN)) +
    PRICE.ears * Math.max(0, ear - (1 - EAR_MARGIN)) +
    (wanted.circularCrop ? PRICE.circle * outsideCircle(frame, subject.outline) : 0)
  );
}

/** How far head and hair reach out of the picture, in fractions of its shorter side; 0 when they are inside. */
export function lostHair(
  { headHeight, eyeLine, shift }: Frame,
  outline: Float32Array,
  { width, height }: Shape,
): number {
  let lost = 0;
  for (let i = 0; i < outline.length; i += 2) {
    if (outline[i + 1] > HAIR_ABOVE) continue;
    const x = shift + headHeight * outline[i];
    const y = eyeLine - height / 2 + headHeight * outline[i + 1];
    lost = Math.max(lost, Math.abs(x) - width / 2, Math.abs(y) - height / 2);
  }
  return lost;
}

/** How far head and hair reach out of the inscribed circle, its margin taken off; 0 when they are inside. */
function outsideCircle({ headHeight, eyeLine, shift }: Frame, outline: Float32Array): number {
  let farthest = 0;
  for (let i = 0; i < outline.length; i += 2) {
    const x = shift + headHeight * outline[i];
    const y = eyeLine - 0.5 + headHeight * outline[i + 1];
    farthest = Math.max(farthest, x * x + y * y);
  }
  return Math.max(0, Math.sqrt(farthest) - (0.5 - CIRCLE_MARGIN));
}

/**
 * How much of the person's cut edge the frame shows: the integral of its depth in the square along its length. 0 when the
 * frame is legal: no place where the photo's border cuts the person is inside the picture. Stops counting above `limit`.
 */
export function violationOf(
  { headHeight, eyeLine, shift }: Frame,
  { cuts, cutSpacing }: Subject,
  { width, height }: Shape,
  limit: number,
): number {
  const length = cutSpacing * headHeight;
  let violation = 0;
  for (let i = 0; i < cuts.length; i += 2) {
    const x = width / 2 + shift + headHeight * cuts[i];
    const y = eyeLine + headHeight * cuts[i + 1];
    const depth = Math.min(x, width - x, y, height - y);
    if (depth <= 0) continue;
    violation += (CUT_DEPTH + depth) * length;
    if (violation > limit) return violation;
  }
  return violation;
}
