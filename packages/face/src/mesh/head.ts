import { type Point } from '@avatar/image';
import type { Box, FaceLandmarks } from '@avatar/stage';
import { eyeCentres, eyeMidpoint, landmarkPoint } from './landmarks.js';
import { CHIN } from './mesh-topology.js';
import { clipToFrame, polygonArea, polygonBox } from './clip.js';
import { uprightBounds } from './upright-bounds.js';

/** Distance between the eye centres in space, in pixels: turning the head sideways does not shrink it. */
export function eyeDistancePx(landmarks: FaceLandmarks): number {
  const { right, left } = eyeCentres(landmarks);
  return Math.hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2]);
}

/** Crown to chin for each pixel between eyes and chin, and for each pixel between the eyes. */
const HEAD_PER_EYE_TO_CHIN = 2;
const HEAD_PER_EYE_DISTANCE = 3.6;

/**
 * Crown to chin in pixels. The mean of two estimates: from the eyes to the chin, which nodding shortens, and from eye
 * to eye, which long and wide faces spoil; each is steady where the other is not.
 */
export function headHeightPx(landmarks: FaceLandmarks): number {
  const [eyeX, eyeY] = eyeMidpoint(landmarks);
  const [chinX, chinY] = landmarkPoint(landmarks, CHIN);
  const eyeToChin = Math.hypot(chinX - eyeX, chinY - eyeY);
  return 0.5 * HEAD_PER_EYE_TO_CHIN * eyeToChin + 0.5 * HEAD_PER_EYE_DISTANCE * eyeDistancePx(landmarks);
}

/** What the head adds to the mesh's box, as fractions of its sides: ears, hair, jaw. */
const EARS = 0.15;
const HAIR = 0.4;
const JAW = 0.05;

/**
 * The head as a rectangle that is turned with the head: the mesh's bounding box in the head's own upright axes plus
 * 15 % of its width on each side, 40 % of its height above and 5 % below. Corners in order, not clipped.
 */
export function headRectangle(landmarks: FaceLandmarks): Point[] {
  const { toPicture, ...bounds } = uprightBounds(landmarks);
  const width = bounds.right - bounds.left;
  const height = bounds.bottom - bounds.top;
  const left = bounds.left - EARS * width;
  const right = bounds.right + EARS * width;
  const top = bounds.top - HAIR * height;
  const bottom = bounds.bottom + JAW * height;
  return [toPicture(left, top), toPicture(right, top), toPicture(right, bottom), toPicture(left, bottom)];
}

/** Axis-aligned box around the head rectangle's part inside a `width` x `height` picture. */
export function headBox(landmarks: FaceLandmarks, width: number, height: number): Box {
  return polygonBox(clipToFrame(headRectangle(landmarks), width, height));
}

/**
 * Share of a `width` x `height` picture that the head covers, in [0, 1]: the area of the head rectangle inside the
 * picture. Turning photo and head together changes nothing.
 */
export function faceCoverage(landmarks: FaceLandmarks, width: number, height: number): number {
  return polygonArea(clipToFrame(headRectangle(landmarks), width, height)) / (width * height);
}
