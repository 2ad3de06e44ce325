import type { PlanarImage, Plane } from '@avatar/stage';
import { boxBlur, createPlanar, createPlane, enlarge, planesOf, shrink, shortSide } from '@avatar/image';

const SHRINK = 4;
/** Opacity up to which the colour is replaced. */
const HIDDEN = 1 / 255;

/** Mean of `values`, weighted. */
function weightedMean(values: Float32Array, weights: Float32Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] * weights[i];
    total += weights[i];
  }
  return total > 0 ? sum / total : 0;
}

/**
 * The same picture with the person's colours carried on where nothing shows: whoever scales the file without
 * premultiplying gets no fringe, and the photo's background is not in it.
 */
export function hideBackground(image: PlanarImage, alpha: Plane): PlanarImage {
  const { width, height } = image;
  const radius = Math.max(1, Math.round(shortSide(image) / 50));
  const weight = shrink(alpha, SHRINK);
  const near = boxBlur(boxBlur(weight, radius), radius);
  const result = createPlanar(width, height);
  planesOf(image).forEach((plane, channel) => {
    const small = shrink(plane, SHRINK);
    const mean = weightedMean(small.data, weight.data);
    const spread = createPlane(weight.width, weight.height);
    for (let i = 0; i < spread.data.length; i++) spread.data[i] = small.data[i] * weight.data[i];
    const carried = boxBlur(boxBlur(spread, radius), radius);
    const faint = 1e-3;
    for (let i = 0; i < carried.data.length; i++)
      carried.data[i] = (carried.data[i] + faint * mean) / (near.data[i] + faint);
    const fill = enlarge(carried, width, height).data;
    const target = result.planes[channel];
    for (let i = 0; i < target.length; i++) target[i] = alpha.data[i] > HIDDEN ? plane.data[i] : fill[i];
  });
  return result;
}
