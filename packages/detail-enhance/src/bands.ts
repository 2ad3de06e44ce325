import { enlarge, gaussianBlur, shrink } from '@avatar/image';
import type { Plane } from '@avatar/stage';

/** A luma plane without its detail, level by level. What is between two levels is a band of detail. */
export interface DetailLevels {
  /** The plane itself. */
  readonly full: Float32Array;
  /** Without detail of about a pixel: `full - small` is the fine band. */
  readonly small: Float32Array;
  /** `small - middle` is the medium band: lashes, pores, single hairs. */
  readonly middle: Float32Array;
  /** `middle - large` is the coarse band: lids, wrinkles, locks of hair. */
  readonly large: Float32Array;
}

/** Blur widths of the levels, in pixels of an 800 px picture. */
const SIGMAS = { small: 0.8, middle: 1.6, large: 3.2 } as const;

/** Differences of Gaussians (P. Burt and E. Adelson, "The Laplacian pyramid", 1983), not sub-sampled. */
export function detailLevels(luma: Plane): DetailLevels {
  const { width, height } = luma;
  const unit = width / 800;
  const half = shrink(luma, 2);
  return {
    full: luma.data,
    small: gaussianBlur(luma, SIGMAS.small * unit).data,
    middle: gaussianBlur(luma, SIGMAS.middle * unit).data,
    large: enlarge(gaussianBlur(half, (SIGMAS.large / 2) * unit), width, height).data,
  };
}

/** Root mean square of each band where `mask` is set; every second pixel of every second row is enough. */
export function bandEnergies(
  { full, small, middle, large }: DetailLevels,
  mask: Plane,
): { fine: number; medium: number; coarse: number } {
  let fine = 0;
  let medium = 0;
  let coarse = 0;
  let weight = 0;
  for (let y = 0; y < mask.height; y += 2)
    for (let x = 0, i = y * mask.width; x < mask.width; x += 2, i += 2) {
      const w = mask.data[i];
      if (w === 0) continue;
      fine += w * (full[i] - small[i]) ** 2;
      medium += w * (small[i] - middle[i]) ** 2;
      coarse += w * (middle[i] - large[i]) ** 2;
      weight += w;
    }
  const rms = (sum: number) => (weight > 0 ? Math.sqrt(sum / weight) : 0);
  return { fine: rms(fine), medium: rms(medium), coarse: rms(coarse) };
}
