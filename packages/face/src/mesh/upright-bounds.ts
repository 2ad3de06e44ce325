import type { Point } from '@avatar/image';
import type { FaceLandmarks } from '@avatar/stage';
import { eyeLineAngle } from './pose.js';

/** Bounding box of the landmarks in the face's own upright axes. */
export interface UprightBounds {
  /** Clockwise turn of the axes in the picture. */
  readonly angleRad: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** From the upright axes back to the picture. */
  readonly toPicture: (u: number, v: number) => Point;
}

export function uprightBounds(landmarks: FaceLandmarks): UprightBounds {
  const { points } = landmarks;
  const angleRad = eyeLineAngle(landmarks);
  const cos = Math.cos(angleRad);
  const sin = Math.sin(angleRad);
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < points.length; i += 3) {
    const u = cos * points[i] + sin * points[i + 1];
    const v = -sin * points[i] + cos * points[i + 1];
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }
  return { angleRad, left, top, right, bottom, toPicture: (u, v) => [cos * u - sin * v, sin * u + cos * v] };
}
