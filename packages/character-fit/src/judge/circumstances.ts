import { ramp } from '@avatar/image';
import { headPose } from '@avatar/face';
import type { FaceLandmarks } from '@avatar/stage';
import type { HeadCrop } from '../crop/head-crop.js';

/** What every judgement about a photo has to reckon with. */
export interface Circumstances {
  /** Head height in pixels of the photo's file. */
  readonly headPx: number;
  readonly isBlackAndWhite: boolean;
  readonly yawDegrees: number;
  /** 1 for a face that looks into the camera, falling to 0.4 when it is turned by 40 degrees. */
  readonly frontal: number;
  /** 1 from a head of 300 pixels on, 0 at 80. */
  readonly sharp: number;
}

/** Below this mean chroma a photo is black and white. */
const LEAST_CHROMA = 2.5;

export function circumstancesOf(close: HeadCrop, landmarks: FaceLandmarks, headPx: number): Circumstances {
  const yawDegrees = Math.abs((headPose(landmarks).yawRad * 180) / Math.PI);
  let chroma = 0;
  let count = 0;
  for (let i = 0; i < close.lab.a.length; i += 37, count++)
    chroma += Math.hypot(close.lab.a[i], close.lab.b[i]);
  return {
    headPx,
    isBlackAndWhite: chroma / count < LEAST_CHROMA,
    yawDegrees,
    frontal: 1 - 0.6 * ramp(15, 40, yawDegrees),
    sharp: ramp(80, 300, headPx),
  };
}
