import type { PlanarImage, Plane } from '@avatar/stage';
import {
  boxBlur,
  clamp,
  createPlane,
  inverse,
  mapPlanes3,
  type Planes3,
  product,
  QUARTER,
  shrink,
  shrinkImage,
  smoothstep,
  StackReader,
} from '@avatar/image';

const REFERENCE_PX = 800;
/** Radii of the two levels' windows, and of the blurs that carry the colours on, at quarter size. */
const WIDE_PX = 10;
const NARROW_PX = 2;
const CARRY_PX = 3;
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

/** Both levels of blur fusion, at quarter size. */
function twoLevels(image: Planes3, alpha: Plane, px: (size: number) => number): Estimate {
  const wide = mixedEstimate(image, alpha, px(WIDE_PX));
  const person = mapPlanes3(wide.person, (plane, channel) =>
    correctedPlane(image[channel], plane, wide.backdrop[channel], alpha),
  );
  return estimate(person, wide.backdrop, alpha, px(NARROW_PX));
}

/**
 * The person's own colours, with the old background taken out of soft edges. Two levels of blur fusion (M. Forte,
 * F. Pitié, "Approximate Fast Foreground Colour Estimation", 2021): the means at quarter size, the last step in full.
 * Just outside the person the colours go on, so that later blurs do not draw the old background in.
 * @param quarter the picture at quarter size
 */
export function estimateForeground(
  image: PlanarImage,
  alpha: Plane,
  quarter = shrinkImage(image, QUARTER),
): PlanarImage {
  const { width, height } = image;
  const px = (size: number): number =>
    Math.max(1, Math.round((size * Math.min(width, height)) / REFERENCE_PX));
  const small = shrink(alpha, QUARTER);
  const { person, backdrop } = twoLevels(quarter, small, px);
  const near = boxBlur(boxBlur(small, px(CARRY_PX)), px(CARRY_PX));
  const reader = new StackReader([near, ...person, ...backdrop], QUARTER);
  const around = reader.values;
  const [red, green, blue] = image.planes.map((plane) => plane.slice());
  const opacities = alpha.data;
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y >> 2) * near.width;
    reader.moveToRow(y);
    for (let x = 0; x < width; x++, i++) {
      const a = opacities[i];
      if (a >= 1 || (a <= 0 && near.data[row + (x >> 2)] <= 0)) continue;
      reader.readAt(x);
      const share = a > 0 ? 1 : smoothstep(0, 0.1, around[0]);
      red[i] += (corrected(red[i], around[1], around[4], a) - red[i]) * share;
      green[i] += (corrected(green[i], around[2], around[5], a) - green[i]) * share;
      blue[i] += (corrected(blue[i], around[3], around[6], a) - blue[i]) * share;
    }
  }
  return { planes: [red, green, blue], width, height };
}
