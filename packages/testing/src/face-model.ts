import type { FaceLandmarks, HeadPose } from '@avatar/stage';
import { FACE_POINTS } from './face-points.js';

/** Where a modelled face is put and how it is turned. Signs are those of `HeadPose`. */
export interface FacePlacement {
  /** Middle of the head in pixels. */
  readonly centreXPx: number;
  readonly centreYPx: number;
  /** Half of the width from ear to ear, before the head is turned. */
  readonly halfWidthPx: number;
  readonly pose: HeadPose;
}

const HEAD_DEPTH = 0.95;
const NOSE_LENGTH = 0.32;

/**
 * The 468 points of a made-up face after a rigid turn and without perspective: pitch first, then yaw, then roll.
 * They follow exactly from the placement, so a test can ask for the pose back.
 */
export function modelledLandmarks(placement: FacePlacement): FaceLandmarks {
  const { centreXPx, centreYPx, halfWidthPx, pose } = placement;
  const points = new Float32Array((FACE_POINTS.length / 2) * 3);
  for (let i = 0; i < FACE_POINTS.length / 2; i++) {
    const x = FACE_POINTS[2 * i];
    const y = FACE_POINTS[2 * i + 1];
    const turned = turn([x, y, depthAt(x, y)], pose);
    points[3 * i] = centreXPx + halfWidthPx * turned[0];
    points[3 * i + 1] = centreYPx + halfWidthPx * turned[1];
    points[3 * i + 2] = halfWidthPx * turned[2];
  }
  return { scheme: 'mesh468', points };
}

/** An ellipsoid with a nose, towards the viewer being negative; 0 at the ears. */
function depthAt(x: number, y: number): number {
  const bulge = Math.sqrt(Math.max(0, 1 - x ** 2 - ((y - 0.03) / 1.25) ** 2));
  const alongNose = Math.max(0, 1 - Math.abs(y - 0.06) / (y < 0.06 ? 0.45 : 0.22));
  const nose = NOSE_LENGTH * alongNose * Math.exp(-((x / 0.13) ** 2));
  return -HEAD_DEPTH * bulge - nose;
}

type Point3 = readonly [x: number, y: number, z: number];

function turn([x, y, z]: Point3, { pitchRad, yawRad, rollRad }: HeadPose): Point3 {
  const pitchedY = y * Math.cos(pitchRad) - z * Math.sin(pitchRad);
  const pitchedZ = y * Math.sin(pitchRad) + z * Math.cos(pitchRad);
  const yawedX = x * Math.cos(yawRad) - pitchedZ * Math.sin(yawRad);
  const yawedZ = x * Math.sin(yawRad) + pitchedZ * Math.cos(yawRad);
  return [
    yawedX * Math.cos(rollRad) - pitchedY * Math.sin(rollRad),
    yawedX * Math.sin(rollRad) + pitchedY * Math.cos(rollRad),
    yawedZ,
  ];
}
