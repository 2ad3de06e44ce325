import { toLab } from '@avatar/image';
import type { PlanarImage, Plane } from '@avatar/stage';

/** Median CIELAB lightness where `mask` is well set. */
export function medianLightness(image: PlanarImage, mask: Plane): number {
  const values = toLab(image)
    .L.filter((_, i) => mask.data[i] > 0.7)
    .sort();
  return values[values.length >> 1];
}

/** Mean absolute difference over the person. */
export function distance(a: PlanarImage, b: PlanarImage, alpha: Plane): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < alpha.data.length; i++) {
    if (alpha.data[i] < 0.999) continue;
    for (let channel = 0; channel < 3; channel++)
      sum += Math.abs(a.planes[channel][i] - b.planes[channel][i]);
    count += 3;
  }
  return sum / count;
}
