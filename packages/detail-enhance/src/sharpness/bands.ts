import { binomialBlur, shortSide } from '@avatar/image';
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

/** The levels that retouching asks for. */
export type CoarseLevels = Pick<DetailLevels, 'middle' | 'large'>;

/**
 * The "à trous" wavelet (M. Holschneider et al., 1989): each level blurs the one before with twice its gaps, which
 * gives Gaussians of 0.7, 1.6 and 3.2 px of an 800 px picture.
 */
export function detailLevels(luma: Plane): DetailLevels {
  const gap = Math.max(1, Math.round(shortSide(luma) / 800));
  const small = binomialBlur(luma, gap);
  const middle = binomialBlur(small, 2 * gap);
  const large = binomialBlur(middle, 4 * gap);
  return { full: luma.data, small: small.data, middle: middle.data, large: large.data };
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
