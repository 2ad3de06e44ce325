import type { PlanarImage, Plane } from '@avatar/stage';
import { createPlane, enlarge, gaussianBlur, luma, shrink, smoothstep, shortSide } from '@avatar/image';

/** The outline is soft: it is measured at half the size. */
export const HALF = 2;
/** Blur, as a share of the side, at which the steepness of the outline is measured. */
const STEEPNESS_BLUR = 0.009;
/** Steepness of the outline, 1 being a clean cut. What fades out where the photo ends is no outline. */
const STEEPNESS = { fade: 0.16, outline: 0.4 };
/** How far an outline is believed to be one, and how far the brightness around a detail is taken, as shares of the side. */
const NEIGHBOURHOOD = 0.012;
const DETAIL_BLUR = 0.015;

/** What rim lights need to know of a person. */
export interface Outline {
  readonly image: PlanarImage;
  readonly alpha: Plane;
  /** `alpha` at half the size. */
  readonly small: Plane;
  /** 1 near a real outline, 0 near a slow fade; at half the size. */
  readonly real: Plane;
  /** Luma of the person, smoothed, at full size. */
  readonly smooth: Plane;
}

/** Length of the slope of a plane at a point that has neighbours on all sides. */
const slopeAt = (data: Float32Array, width: number, i: number): number => {
  const dx = data[i + 1] - data[i - 1];
  const dy = data[i + width] - data[i - width];
  return Math.sqrt(dx * dx + dy * dy) / 2;
};

function nearRealOutline(small: Plane): Plane {
  const { width, height } = small;
  const sigma = Math.max(0.5, STEEPNESS_BLUR * shortSide(small));
  const { data } = gaussianBlur(small, sigma);
  const clean = sigma * Math.sqrt(2 * Math.PI);
  const all = createPlane(width, height);
  const real = createPlane(width, height);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (data[i] < 1e-3 || data[i] > 0.999) continue;
      const steepness = slopeAt(data, width, i) * clean;
      all.data[i] = steepness;
      real.data[i] = steepness * smoothstep(STEEPNESS.fade, STEEPNESS.outline, steepness);
    }
  const reach = Math.max(0.5, NEIGHBOURHOOD * shortSide(small));
  const around = gaussianBlur(all, reach).data;
  const near = gaussianBlur(real, reach);
  for (let i = 0; i < near.data.length; i++)
    near.data[i] = near.data[i] > 1e-4 ? Math.min(1, near.data[i] / around[i]) : 0;
  return near;
}

export function outlineOf(image: PlanarImage, alpha: Plane): Outline {
  const { width, height } = alpha;
  const small = shrink(alpha, HALF);
  const light = shrink(luma(image), HALF);
  const smooth = enlarge(gaussianBlur(light, DETAIL_BLUR * shortSide(light)), width, height, HALF);
  return { image, alpha, small, real: nearRealOutline(small), smooth };
}
