import type { Point } from '@avatar/image';
import type { Box, FaceLandmarks } from '@avatar/stage';

// Closed outlines of the 468-point mesh; the subject's right side first.
export const OVAL = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];
export const EYES = [
  [33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7],
  [263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249],
];
export const BROWS = [
  [70, 63, 105, 66, 107, 55, 65, 52, 53, 46],
  [300, 293, 334, 296, 336, 285, 295, 282, 283, 276],
];
export const LIPS = [
  61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146,
];
export const NOSE_SHADOW = [98, 2, 327, 94];

export const outlineOf = ({ points }: FaceLandmarks, indices: readonly number[]): Point[] =>
  indices.map((index) => [points[3 * index], points[3 * index + 1]]);

export function boundingBox(landmarks: FaceLandmarks): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < landmarks.points.length; i += 3) {
    left = Math.min(left, landmarks.points[i]);
    right = Math.max(right, landmarks.points[i]);
    top = Math.min(top, landmarks.points[i + 1]);
    bottom = Math.max(bottom, landmarks.points[i + 1]);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
