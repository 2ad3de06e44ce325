import type { Avatar, BackgroundLight, FaceLandmarks, PlanarImage } from '@avatar/stage';
import { createPlanar, fastLinear } from '@avatar/image';

type Rgb = [red: number, green: number, blue: number];

/** Light of a face that is brighter by less than this, linear, is the same on both sides. */
const NOTICEABLE = 0.01;

/** How much more linear light of each colour the right half of the face has than the left, as the viewer sees it. */
function lightDifference({ planes, width, height }: PlanarImage, { points }: FaceLandmarks): Readonly<Rgb> {
  let middle = 0;
  let reach = 0;
  const count = points.length / 3;
  for (let i = 0; i < points.length; i += 3) middle += points[i] / count;
  for (let i = 0; i < points.length; i += 3) reach += Math.abs(points[i] - middle);
  const difference: Rgb = [0, 0, 0];
  for (let i = 0; i < points.length; i += 3) {
    const x = Math.min(width - 1, Math.max(0, Math.round(points[i])));
    const y = Math.min(height - 1, Math.max(0, Math.round(points[i + 1])));
    const weight = (2 * (points[i] - middle)) / (reach || 1);
    for (let channel = 0; channel < 3; channel++)
      difference[channel] += weight * fastLinear(planes[channel][y * width + x]);
  }
  return difference;
}

/** Whether the lights behind the person would agree better with the light on their face if they changed sides. */
export function isLitFromOtherSide({ image, landmarks }: Avatar, { rims }: BackgroundLight): boolean {
  if (landmarks === undefined) return false;
  const difference = lightDifference(image, landmarks);
  let agreement = 0;
  for (const { colour, side, strength } of rims)
    for (let channel = 0; channel < 3; channel++)
      agreement += strength * side * colour[channel] * difference[channel];
  return agreement < -NOTICEABLE;
}

/** The picture as a mirror shows it. */
export function mirrored({ planes, width, height }: PlanarImage): PlanarImage {
  const mirror = createPlanar(width, height);
  for (let channel = 0; channel < 3; channel++) {
    const [from, to] = [planes[channel], mirror.planes[channel]];
    for (let row = 0; row < from.length; row += width)
      for (let x = 0; x < width; x++) to[row + x] = from[row + width - 1 - x];
  }
  return mirror;
}

/** The same lights on the other side. */
export const fromOtherSide = (light: BackgroundLight): BackgroundLight => ({
  ...light,
  rims: light.rims.map((rim) => ({ ...rim, side: -rim.side })),
});
