import type { FaceKeypoints } from '@avatar/face';
import type { Box } from '@avatar/stage';

/**
 * The 68 points of iBUG 300-W as `x, y` pairs (`points.length` is 136): jaw, brows, nose, eyes, lips. They are no mesh:
 * what asks for `FaceLandmarks` does not take them.
 */
export interface Landmarks68 {
  readonly scheme: 'ibug68';
  readonly points: Float32Array;
}

type Point = FaceKeypoints['nose'];

/** Left and right as the viewer sees them. */
const LEFT_EYE = [36, 37, 38, 39, 40, 41];
const RIGHT_EYE = [42, 43, 44, 45, 46, 47];
const NOSE_TIP = 30;
const LEFT_JAW_END = 0;
const RIGHT_JAW_END = 16;

/** The points that the search for faces goes by; the jaw ends at the ears. */
export function keypointsOf({ points }: Landmarks68): FaceKeypoints {
  const at = (index: number): Point => [points[index * 2], points[index * 2 + 1]];
  return {
    leftEye: mean(LEFT_EYE.map(at)),
    rightEye: mean(RIGHT_EYE.map(at)),
    nose: at(NOSE_TIP),
    leftEar: at(LEFT_JAW_END),
    rightEar: at(RIGHT_JAW_END),
  };
}

function mean(points: readonly Point[]): Point {
  const sum = (axis: 0 | 1) => points.reduce((total, point) => total + point[axis], 0);
  return [sum(0) / points.length, sum(1) / points.length];
}

/** Points that are fractions of a box, in the pixels that the box is given in. */
export function landmarksInBox(fractions: ArrayLike<number>, { x, y, width, height }: Box): Landmarks68 {
  const points = Float32Array.from(fractions, (fraction, index) =>
    index % 2 === 0 ? x + fraction * width : y + fraction * height,
  );
  return { scheme: 'ibug68', points };
}
