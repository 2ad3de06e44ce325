import type { PlanarImage, Plane } from '@avatar/stage';
import { boxBlur, clamp, createPlane, enlarge, shrink, smoothstep } from '@avatar/image';
import { inverse, mapPlanes3, product, ReducedReader, shrinkImage, type Planes3 } from './reduced.js';

const REFERENCE_PX = 800;
/** Windows of the two levels, at quarter and at half size. */
const WIDE_PX = 10;
const NARROW_PX = 3;
/** Where no weight is near, the wider estimate shows through. */
const FAINT = 1e-3;

interface Estimate {
  readonly person: Planes3;
  readonly backdrop: Planes3;
}

/** Weighted means of `planes` around each pixel; the planes themselves where nothing has weight. */
function weightedMeans(planes: Planes3, weight: Plane, radiusPx: number): Planes3 {
  const share = boxBlur(weight, radiusPx).data;
  for (let i = 0; i < share.length; i++) share[i] = 1 / (share[i] + FAINT);
  return mapPlanes3(planes, (plane) => {
    const mean = boxBlur(product(plane, weight), radiusPx);
    const { data } = mean;
    const values = plane.data;
    for (let i = 0; i < data.length; i++) data[i] = (data[i] + FAINT * values[i]) * share[i];
    return mean;
  });
}

function estimate(person: Planes3, backdrop: Planes3, alpha: Plane, radiusPx: number): Estimate {
  return {
    person: weightedMeans(person, alpha, radiusPx),
    backdrop: weightedMeans(backdrop, inverse(alpha), radiusPx),
  };
}

/** `I = a F + (1 - a) B`: what the means leave unexplained goes to the person, by opacity. */
const corrected = (value: number, person: number, backdrop: number, alpha: number): number =>
  clamp(person + alpha * (value - alpha * person - (1 - alpha) * backdrop));

/** Fourth power: half-opaque pixels count a sixteenth. */
function emphasised(weight: Plane): Plane {
  const square = product(weight, weight);
  return product(square, square);
}

/**
 * The first level only has the picture, whose colours are mixed at the edge: the surer a pixel, the more it counts. (The
 * paper weighs by opacity alone, which leaves two to three times as much of the old background in.)
 */
const mixedEstimate = (image: Planes3, alpha: Plane, radiusPx: number): Estimate => ({
  person: weightedMeans(image, emphasised(alpha), radiusPx),
  backdrop: weightedMeans(image, emphasised(inverse(alpha)), radiusPx),
});

function correctedPlane(value: Plane, person: Plane, backdrop: Plane, alpha: Plane): Plane {
  const target = createPlane(alpha.width, alpha.height);
  const { data } = target;
  const v = value.data;
  const p = person.data;
  const b = backdrop.data;
  const a = alpha.data;
  for (let i = 0; i < data.length; i++) data[i] = corrected(v[i], p[i], b[i], a[i]);
  return target;
}

/** Both levels of blur fusion, at half size. */
function twoLevels(image: PlanarImage, alpha: Plane): Estimate {
  const px = (size: number): number => Math.max(1, Math.round((size * image.width) / REFERENCE_PX));
  const half = shrinkImage(image, 2);
  const quarter = mapPlanes3(half, (plane) => shrink(plane, 2));
  const wide = mixedEstimate(quarter, shrink(alpha, 2), px(WIDE_PX));
  const enlarged = (plane: Plane): Plane => enlarge(plane, alpha.width, alpha.height);
  const backdrop = mapPlanes3(wide.backdrop, enlarged);
  const person = mapPlanes3(wide.person, (plane, channel) =>
    correctedPlane(half[channel], enlarged(plane), backdrop[channel], alpha),
  );
  return estimate(person, backdrop, alpha, px(NARROW_PX));
}

/**
 * The person's own colours, with the old background taken out of soft edges. Two levels of blur fusion (M. Forte,
 * F. Pitié, "Approximate Fast Foreground Colour Estimation", 2021): the means at quarter and half size, the last step in
 * full. Just outside the person the colours go on, so that later blurs do not draw the old background in.
 */
export function estimateForeground(image: PlanarImage, alpha: Plane): PlanarImage {
  const { width, height } = image;
  const halfAlpha = shrink(alpha, 2);
  const { person, backdrop } = twoLevels(image, halfAlpha);
  const carryPx = Math.max(1, Math.round((2 * NARROW_PX * width) / REFERENCE_PX));
  const near = boxBlur(boxBlur(halfAlpha, carryPx), carryPx);
  const reader = new ReducedReader(halfAlpha, 2);
  const [red, green, blue] = image.planes.map((plane) => plane.slice());
  const planes = [red, green, blue] as const;
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y >> 1) * near.width;
    for (let x = 0; x < width; x++, i++) {
      const a = alpha.data[i];
      if (a >= 1 || (a <= 0 && near.data[row + (x >> 1)] <= 0)) continue;
      reader.moveTo(x, y);
      const share = a > 0 ? 1 : smoothstep(0, 0.1, reader.read(near));
      for (let channel = 0; channel < 3; channel++) {
        const value = planes[channel][i];
        const own = corrected(value, reader.read(person[channel]), reader.read(backdrop[channel]), a);
        planes[channel][i] = value + (own - value) * share;
      }
    }
  }
  return { planes, width, height };
}
