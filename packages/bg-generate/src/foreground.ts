import type { PlanarImage, Plane } from '@avatar/stage';
import { boxBlur, clamp, createPlanar, createPlane, enlarge, shrink, smoothstep } from '@avatar/image';
import { HalfSizeReader, halveImage, type Planes3 } from './half-size.js';

/** Keeps the fallback chain: where no weight is near, the wider estimate shows through. */
const FAINT = 1e-3;

const blurred = (values: Float32Array, weight: Float32Array, like: Plane, radius: number): Float32Array => {
  const product = createPlane(like.width, like.height);
  for (let i = 0; i < product.data.length; i++) product.data[i] = values[i] * weight[i];
  return boxBlur(product, radius).data;
};

/** Weighted mean of `values` around each pixel; `fallback` where nothing has weight. */
function weightedMean(
  values: Float32Array,
  weight: Plane,
  blurredWeight: Float32Array,
  fallback: Float32Array,
  radius: number,
): Float32Array {
  const mean = blurred(values, weight.data, weight, radius);
  for (let i = 0; i < mean.length; i++)
    mean[i] = (mean[i] + FAINT * fallback[i]) / (blurredWeight[i] + FAINT);
  return mean;
}

const inverseOf = (alpha: Plane): Plane => {
  const inverse = createPlane(alpha.width, alpha.height);
  for (let i = 0; i < inverse.data.length; i++) inverse.data[i] = 1 - alpha.data[i];
  return inverse;
};

interface Estimate {
  readonly person: Planes3;
  readonly backdrop: Planes3;
}

function estimate(person: Planes3, backdrop: Planes3, alpha: Plane, radius: number): Estimate {
  const rest = inverseOf(alpha);
  const alphaMean = boxBlur(alpha, radius).data;
  const restMean = boxBlur(rest, radius).data;
  const { width, height } = alpha;
  const of = (planes: Planes3, weight: Plane, mean: Float32Array) =>
    planes.map((plane) => ({
      data: weightedMean(plane.data, weight, mean, plane.data, radius),
      width,
      height,
    })) as unknown as Planes3;
  return { person: of(person, alpha, alphaMean), backdrop: of(backdrop, rest, restMean) };
}

const enlargeTo = (planes: Planes3, like: Plane): Planes3 =>
  planes.map((plane) => enlarge(plane, like.width, like.height)) as unknown as Planes3;

/** What is left of `I = a F + (1 - a) B` after the means, given back to the person by opacity. */
function corrected(image: Planes3, { person, backdrop }: Estimate, alpha: Plane): Planes3 {
  return image.map((plane, channel) => {
    const target = createPlane(alpha.width, alpha.height);
    const f = person[channel].data;
    const b = backdrop[channel].data;
    for (let i = 0; i < target.data.length; i++) {
      const a = alpha.data[i];
      target.data[i] = clamp(f[i] + a * (plane.data[i] - a * f[i] - (1 - a) * b[i]));
    }
    return target;
  }) as unknown as Planes3;
}

/**
 * The person's own colours, with the old background taken out of soft edges. Two levels of blur fusion (M. Forte,
 * "Approximate Fast Foreground Colour Estimation", 2021), the means at quarter and half size, the last step in full.
 * Just outside the person the colours go on, so that later blurs do not draw the old background in.
 */
export function estimateForeground(image: PlanarImage, alpha: Plane): PlanarImage {
  const { width, height } = alpha;
  const unit = width / 800;
  const half = halveImage(image);
  const halfAlpha = shrink(alpha, 2);
  const quarter = half.map((plane) => shrink(plane, 2)) as unknown as Planes3;
  const wide = estimate(quarter, quarter, shrink(halfAlpha, 2), Math.max(1, Math.round(10 * unit)));
  const wideAtHalf: Estimate = {
    person: enlargeTo(wide.person, halfAlpha),
    backdrop: enlargeTo(wide.backdrop, halfAlpha),
  };
  const first = corrected(half, wideAtHalf, halfAlpha);
  const narrowRadius = Math.max(1, Math.round(3 * unit));
  const { person, backdrop } = estimate(first, wideAtHalf.backdrop, halfAlpha, narrowRadius);
  const reach = boxBlur(boxBlur(halfAlpha, 2 * narrowRadius), 2 * narrowRadius);

  const foreground = createPlanar(width, height);
  const reader = new HalfSizeReader(halfAlpha.width, halfAlpha.height);
  for (let channel = 0; channel < 3; channel++) foreground.planes[channel].set(image.planes[channel]);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const a = alpha.data[i];
      if (a >= 1) continue;
      reader.moveTo(x, y);
      const share = a > 0 ? 1 : smoothstep(0, 0.1, reader.read(reach.data));
      if (share === 0) continue;
      for (let channel = 0; channel < 3; channel++) {
        const f = reader.read(person[channel].data);
        const value = image.planes[channel][i];
        const own = clamp(f + a * (value - a * f - (1 - a) * reader.read(backdrop[channel].data)));
        foreground.planes[channel][i] = value + (own - value) * share;
      }
    }
  return foreground;
}
