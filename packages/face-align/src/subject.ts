import type { Point } from '@avatar/image';
import type { FaceLandmarks, Matte } from '@avatar/stage';
import { CHIN, eyeLineAngle, eyeMidpoint, headHeightPx, landmarkPoint } from '@avatar/face';
import { bordersOfPhoto, matteCrown, matteCuts, type Cuts, type PictureArea } from './cut-edges.js';
import { headAxes } from './head-axes.js';
import { headOutline } from './head-outline.js';

/**
 * What the framing needs to know about the person. Lengths in head heights, measured from the point between the eyes in
 * the square's axes, which are the head's own when it is turned upright: u towards the side, v downwards.
 */
export interface Subject {
  /** The point between the eyes, pixels of the photo. */
  readonly eyes: Point;
  readonly headHeightPx: number;
  /** Clockwise turn of the square's axes in the photo; what is turned back. */
  readonly rollRad: number;
  /** v of the crown (negative) and of the chin. */
  readonly crown: number;
  readonly chin: number;
  /** The photo itself cuts the crown. */
  readonly crownIsCut: boolean;
  /** The photo ends above the chin. */
  readonly chinIsCut: boolean;
  /** u, v of points where the photo's border cuts the person, about `cutSpacing` apart. */
  readonly cuts: Float32Array;
  readonly cutSpacing: number;
  /** u, v of points on the outline of head and hair; see `headOutline`. */
  readonly outline: Float32Array;
  /** u of the middle of head and hair. */
  readonly middle: number;
  /** Head height over the side of the largest upright square that fits into the photo. */
  readonly coverHead: number;
}

/** A cut this much above the chin and this near to the middle goes through the lower face. */
const CHIN_ABOVE = 0.04;
const CHIN_ASIDE = 0.2;

function cutsChin(points: Float32Array, chin: number): boolean {
  for (let i = 0; i < points.length; i += 2)
    if (points[i + 1] > 0 && points[i + 1] < chin - CHIN_ABOVE && Math.abs(points[i]) < CHIN_ASIDE)
      return true;
  return false;
}

/** A cut this far above the eyes and this near to the middle goes through the crown. */
const CROWN_ABOVE = -0.3;
const CROWN_ASIDE = 0.5;

function cutsCrown(points: Float32Array): boolean {
  for (let i = 0; i < points.length; i += 2)
    if (points[i + 1] < CROWN_ABOVE && Math.abs(points[i]) < CROWN_ASIDE) return true;
  return false;
}

/** Halfway between the outermost points of head and hair at both sides. */
function middleOf(outline: Float32Array): number {
  let [left, right] = [Infinity, -Infinity];
  for (let i = 0; i < outline.length; i += 2) {
    left = Math.min(left, outline[i]);
    right = Math.max(right, outline[i]);
  }
  return (left + right) / 2;
}

/**
 * Without a matte, the photo's whole border counts as a cut: what is outside cannot be replaced.
 *
 * @param rollRad clockwise turn of the square's axes in the photo; default: the line between the eyes
 */
export function describeSubject(
  landmarks: FaceLandmarks,
  photo: PictureArea,
  matte?: Matte,
  rollRad = eyeLineAngle(landmarks),
): Subject {
  const [eyeX, eyeY] = eyeMidpoint(landmarks);
  const heightPx = headHeightPx(landmarks);
  const toHead = headAxes([eyeX, eyeY], heightPx, rollRad);
  const [chinX, chinY] = landmarkPoint(landmarks, CHIN);
  const chin = toHead(chinX, chinY)[1];
  const cuts: Cuts = matte
    ? matteCuts(matte, photo, heightPx, toHead)
    : bordersOfPhoto(photo, heightPx, toHead);
  const crown = (matte && matteCrown(matte, toHead)) ?? chin - 1;
  const outline = headOutline(crown, chin, toHead, matte);
  const widening = Math.abs(Math.cos(rollRad)) + Math.abs(Math.sin(rollRad));
  return {
    eyes: [eyeX, eyeY],
    headHeightPx: heightPx,
    rollRad,
    crown,
    chin,
    crownIsCut: cutsCrown(cuts.points),
    chinIsCut: cutsChin(cuts.points, chin),
    cuts: cuts.points,
    cutSpacing: cuts.spacingHeads,
    outline,
    middle: middleOf(outline),
    coverHead: (heightPx * widening) / Math.min(photo.width, photo.height),
  };
}
