import { landmarkMean, landmarkPoint, LEFT_EYE, NOSE_APEX, OUTER_LIPS, RIGHT_EYE } from '@avatar/face';
import type { FaceLandmarks, Plane } from '@avatar/stage';
import type { FeatureScaling } from '@avatar/styles';

/** A feature that grows or shrinks about its centre, fading out at `radius`. */
interface Bulge {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly wide: number;
  readonly high: number;
}

/** A smooth map of the face onto itself; nothing moves outside `left` to `right` and `top` to `bottom`. */
export interface FaceWarp {
  readonly bulges: readonly Bulge[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How far a feature's change reaches, in distances between the eyes. */
const REACH = { eye: 0.52, nose: 0.4, mouth: 0.55 };
/** Drawn eyes grow more in height than in width. */
const EYE_HEIGHT = 1.5;

/** The warp that scales the features of a face by `strength` times what the style asks for. */
export function planFaceWarp(
  landmarks: FaceLandmarks,
  scaling: FeatureScaling,
  strength: number,
  { width, height }: Pick<Plane, 'width' | 'height'>,
): FaceWarp {
  const eyes = [RIGHT_EYE, LEFT_EYE].map((eye) => landmarkMean(landmarks, eye));
  const apart = Math.hypot(eyes[1][0] - eyes[0][0], eyes[1][1] - eyes[0][1]);
  const bulge = ([x, y]: readonly number[], reach: number, wide: number, high: number): Bulge => ({
    x,
    y,
    radius: reach * apart,
    wide: wide * strength,
    high: high * strength,
  });
  const { eyes: eye, nose, mouth } = scaling;
  const bulges = [
    ...eyes.map((centre) => bulge(centre, REACH.eye, eye, eye * EYE_HEIGHT)),
    bulge(landmarkPoint(landmarks, NOSE_APEX), REACH.nose, nose, nose / 2),
    bulge(landmarkMean(landmarks, OUTER_LIPS), REACH.mouth, mouth, mouth),
  ];
  const bound = (side: 'x' | 'y', sign: number) =>
    Math.min(
      side === 'x' ? width : height,
      Math.max(0, Math.round(sign * Math.max(...bulges.map((b) => sign * b[side] + b.radius)))),
    );
  return { bulges, left: bound('x', -1), right: bound('x', 1), top: bound('y', -1), bottom: bound('y', 1) };
}

/** How far the source of place x, y is away from it. */
function shiftAt({ bulges }: FaceWarp, x: number, y: number): [number, number] {
  let dx = 0;
  let dy = 0;
  for (const { x: cx, y: cy, radius, wide, high } of bulges) {
    const u = x - cx;
    const v = y - cy;
    const inner = 1 - (u * u + v * v) / (radius * radius);
    if (inner <= 0) continue;
    const weight = inner * inner;
    dx += u * (1 / (1 + wide * weight) - 1);
    dy += v * (1 / (1 + high * weight) - 1);
  }
  return [dx, dy];
}

/** Rounds of fixed-point iteration that invert the warp to a hundredth of a pixel. */
const ROUNDS = 6;

/** Where the landmarks come to lie. */
export function warpLandmarks(landmarks: FaceLandmarks, warp: FaceWarp): FaceLandmarks {
  const points = landmarks.points.slice();
  for (let i = 0; i < points.length; i += 3) {
    const [x, y] = [points[i], points[i + 1]];
    for (let round = 0; round < ROUNDS; round++) {
      const [dx, dy] = shiftAt(warp, points[i], points[i + 1]);
      points[i] = x - dx;
      points[i + 1] = y - dy;
    }
  }
  return { ...landmarks, points };
}

/** The same planes with the face warped: bilinear samples, copies where nothing moves. All planes have one size. */
export function warpFacePlanes(planes: readonly Plane[], warp: FaceWarp): Plane[] {
  const warped = planes.map((plane) => ({ ...plane, data: plane.data.slice() }));
  const { width, height } = planes[0];
  for (let y = warp.top; y < warp.bottom; y++)
    for (let x = warp.left; x < warp.right; x++) {
      const [dx, dy] = shiftAt(warp, x + 0.5, y + 0.5);
      if (dx === 0 && dy === 0) continue;
      const sx = Math.min(width - 1.001, Math.max(0, x + dx));
      const sy = Math.min(height - 1.001, Math.max(0, y + dy));
      const from = (sy | 0) * width + (sx | 0);
      const [right, down] = [sx - (sx | 0), sy - (sy | 0)];
      const at = y * width + x;
      for (let k = 0; k < planes.length; k++) {
        const { data } = planes[k];
        const above = data[from] + (data[from + 1] - data[from]) * right;
        const below = data[from + width] + (data[from + width + 1] - data[from + width]) * right;
        warped[k].data[at] = above + (below - above) * down;
      }
    }
  return warped;
}
