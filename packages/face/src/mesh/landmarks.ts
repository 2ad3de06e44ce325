import { applyTransform, transformScale, type Point } from '@avatar/image';
import type { Box, FaceLandmarks, SimilarityTransform } from '@avatar/stage';
import { LEFT_EYE, RIGHT_EYE } from './mesh-topology.js';

/** One mesh point: x and y in pixels, z in the same scale, growing away from the viewer. */
export type MeshPoint = [x: number, y: number, z: number];

export function landmarkPoint(landmarks: FaceLandmarks, index: number): MeshPoint {
  const { points } = landmarks;
  return [points[index * 3], points[index * 3 + 1], points[index * 3 + 2]];
}

/** Mean of the points of a group. */
export function landmarkMean(landmarks: FaceLandmarks, indices: readonly number[]): MeshPoint {
  const { points } = landmarks;
  let x = 0;
  let y = 0;
  let z = 0;
  for (const index of indices) {
    x += points[index * 3];
    y += points[index * 3 + 1];
    z += points[index * 3 + 2];
  }
  return [x / indices.length, y / indices.length, z / indices.length];
}

/** The outline of a group in pixels, scaled about the mean of its points. */
export function landmarkPolygon(landmarks: FaceLandmarks, indices: readonly number[], scale = 1): Point[] {
  const { points } = landmarks;
  const [cx, cy] = landmarkMean(landmarks, indices);
  return indices.map((index) => [
    cx + (points[index * 3] - cx) * scale,
    cy + (points[index * 3 + 1] - cy) * scale,
  ]);
}

/** The same face in the pixels of the transformed picture; z is scaled too. */
export function transformLandmarks(landmarks: FaceLandmarks, transform: SimilarityTransform): FaceLandmarks {
  const source = landmarks.points;
  const points = new Float32Array(source.length);
  const scale = transformScale(transform);
  for (let i = 0; i < source.length; i += 3) {
    const [x, y] = applyTransform(transform, source[i], source[i + 1]);
    points[i] = x;
    points[i + 1] = y;
    points[i + 2] = source[i + 2] * scale;
  }
  return { scheme: 'mesh468', points };
}

/** The same face in the pixels of a part of the picture, whose corner lies at `x`, `y`. */
export const landmarksInPart = (landmarks: FaceLandmarks, { x, y }: Pick<Box, 'x' | 'y'>): FaceLandmarks =>
  transformLandmarks(landmarks, { a: 1, b: 0, tx: -x, ty: -y });

/** Axis-aligned bounding box of all points. */
export function landmarkBox(landmarks: FaceLandmarks): Box {
  const { points } = landmarks;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < points.length; i += 3) {
    left = Math.min(left, points[i]);
    right = Math.max(right, points[i]);
    top = Math.min(top, points[i + 1]);
    bottom = Math.max(bottom, points[i + 1]);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Centres of the eyes: means of the lid outlines. */
export const eyeCentres = (landmarks: FaceLandmarks): { right: MeshPoint; left: MeshPoint } => ({
  right: landmarkMean(landmarks, RIGHT_EYE),
  left: landmarkMean(landmarks, LEFT_EYE),
});

/** The point between the eyes. */
export function eyeMidpoint(landmarks: FaceLandmarks): MeshPoint {
  const { right, left } = eyeCentres(landmarks);
  return [(right[0] + left[0]) / 2, (right[1] + left[1]) / 2, (right[2] + left[2]) / 2];
}
