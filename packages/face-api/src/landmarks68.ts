import type { FaceKeypoints, FaceOptions } from '@avatar/face';
import { extractRegion } from '@avatar/image';
import type { Box, RasterImage } from '@avatar/stage';
import type { Networks } from './networks.js';
import { runNetwork } from './run-network.js';

export const LANDMARKS_MODEL_ID = 'face-api:landmarks68';

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

/** The pixels of a picture that a box is in, at least one. */
export function wholePixels(
  { x, y, width, height }: Box,
  picture: Pick<RasterImage, 'width' | 'height'>,
): Box {
  const within = (value: number, most: number) => Math.floor(Math.min(most, Math.max(0, value)));
  const left = within(x, picture.width - 1);
  const top = within(y, picture.height - 1);
  return {
    x: left,
    y: top,
    width: Math.max(1, within(x + width, picture.width) - left),
    height: Math.max(1, within(y + height, picture.height) - top),
  };
}

/** The 68 points of an upright face, in pixels of the picture. @param box forehead to chin, ear to ear */
export async function findLandmarks68(
  networks: Networks,
  image: RasterImage,
  box: Box,
  { signal }: FaceOptions = {},
): Promise<Landmarks68> {
  const network = await networks.loaded('landmarks68');
  signal?.throwIfAborted();
  const part = wholePixels(box, image);
  const { data, channels } = extractRegion(image, part);
  const fractions = runNetwork(networks.running, LANDMARKS_MODEL_ID, () => {
    const { tf } = networks.running;
    const crop = tf.tensor3d(data, [part.height, part.width, channels], 'int32');
    const colours = tf.slice3d(crop, [0, 0, 0], [part.height, part.width, 3]);
    return network
      .forwardInput(new networks.library.NetInput([colours]))
      .dataSync()
      .slice();
  });
  return landmarksInBox(fractions, part);
}

/** Points that are fractions of a box, in the pixels that the box is given in. */
export function landmarksInBox(fractions: ArrayLike<number>, { x, y, width, height }: Box): Landmarks68 {
  const points = Float32Array.from(fractions, (fraction, index) =>
    index % 2 === 0 ? x + fraction * width : y + fraction * height,
  );
  return { scheme: 'ibug68', points };
}
