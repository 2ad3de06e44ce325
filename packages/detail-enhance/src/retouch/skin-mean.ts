import { createPlane, gaussianBlur } from '@avatar/image';
import type { Plane } from '@avatar/stage';

/** Gaussian mean of the skin around each pixel: hair, hats and eyes around it do not count. */
export function skinMean(values: Plane, skin: Plane, sigma: number): Plane {
  const weighted = createPlane(values.width, values.height);
  const [products, own, onSkin] = [weighted.data, values.data, skin.data];
  for (let i = 0; i < products.length; i++) products[i] = own[i] * onSkin[i];
  const sums = gaussianBlur(weighted, sigma);
  const weights = gaussianBlur(skin, sigma);
  for (let i = 0; i < sums.data.length; i++)
    sums.data[i] = (sums.data[i] + 1e-3 * values.data[i]) / (weights.data[i] + 1e-3);
  return sums;
}
